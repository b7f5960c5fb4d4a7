using BenchmarkDotNet.Running;
using Kajabi.Benchmarks;
using Kajabi.Benchmarks.Ratios;

switch (args)
{
    case ["ratios"]:
        return RatiosCommand.Run(Console.Out);
    case ["check"]:
        return CheckCommand.Run(Console.Out, includesRatios: true);
    case ["check", "--bytes"]:
        return CheckCommand.Run(Console.Out, includesRatios: false);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DriftBenchmarks).Assembly).Run(args);
        return 0;
}
