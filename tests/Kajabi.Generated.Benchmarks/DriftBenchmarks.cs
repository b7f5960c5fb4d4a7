using BenchmarkDotNet.Attributes;
using Kajabi.Contract.Drift;
using Kajabi.Contract.Reading;
using Kajabi.Tests;

namespace Kajabi.Benchmarks;

/// <summary>
/// Two contracts of 1,000 and of 10,000 operations, read and compared. The column `Per operation` shows whether the cost of an
/// operation grows with their number: `--filter *DriftBenchmarks*`.
/// </summary>
[Config(typeof(PerOperationConfig))]
[MemoryDiagnoser]
public class DriftBenchmarks
{
    private string _folder = string.Empty;
    private SourceFile _before = null!;
    private SourceFile _after = null!;

    /// <summary>How many operations each contract has.</summary>
    [Params(1_000, 10_000)]
    public int Operations { get; set; }

    /// <summary>Writes the two files, of which every hundredth operation differs.</summary>
    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("kajabi-benchmark-").FullName;
        File.WriteAllText(PathOf("base"), LargeContract.Yaml(Operations));
        File.WriteAllText(PathOf("revision"), LargeContract.Yaml(Operations, changedType: "integer"));
        (_before, _after) = (SourceFile.Load(PathOf("base")), SourceFile.Load(PathOf("revision")));
    }

    /// <summary>Deletes them.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>Compares what was read before.</summary>
    [Benchmark]
    public int Compare() => DriftComparison.Compare(_before, _after).Findings.Count;

    /// <summary>Reads both files and compares them, which is what the command does.</summary>
    [Benchmark]
    public int ReadAndCompare() =>
        DriftComparison.Compare(SourceFile.Load(PathOf("base")), SourceFile.Load(PathOf("revision"))).Findings.Count;

    private string PathOf(string name) => Path.Combine(_folder, $"{name}.yaml");
}
