using BenchmarkDotNet.Running;
using Kajabi.Benchmarks;
using Kajabi.Benchmarks.Ratios;
using Kajabi.Benchmarks.Starts;

switch (args)
{
    case ["ratios"]:
        return RatiosCommand.Run(Console.Out);
    case ["check"]:
        return CheckCommand.Run(Console.Out, includesRatios: true);
    case ["check", "--bytes"]:
        return CheckCommand.Run(Console.Out, includesRatios: false);
    case ["start", var program]:
        return await StartCommand.RunAsync(Console.Out, program);
    case ["start", ..]:
        await Console.Error.WriteLineAsync("Specify the program: start <Kajabi.Generated.ColdStart, built or published>");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DriftBenchmarks).Assembly).Run(args);
        return 0;
}
