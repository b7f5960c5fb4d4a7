using BenchmarkDotNet.Running;
using Kajabi.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(DriftBenchmarks).Assembly).Run(args);
