using BenchmarkDotNet.Attributes;
using Kajabi.Tests;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Benchmarks;

/// <summary>
/// Reads and compares two OpenAPI documents with 1,000 and 10,000 operations. The column `Per operation` shows whether the
/// cost per operation grows with the number of operations: `--filter *DriftBenchmarks*`.
/// </summary>
[Config(typeof(PerOperationConfig))]
[MemoryDiagnoser]
public class DriftBenchmarks
{
    private string _folder = string.Empty;
    private SourceFile _before = null!;
    private SourceFile _after = null!;

    /// <summary>The number of operations in each document.</summary>
    [Params(1_000, 10_000)]
    public int Operations { get; set; }

    /// <summary>Writes the two files; every hundredth operation differs.</summary>
    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("kajabi-benchmark-").FullName;
        File.WriteAllText(GetPath("base"), LargeContract.Yaml(Operations));
        File.WriteAllText(GetPath("revision"), LargeContract.Yaml(Operations, changedType: "integer"));
        (_before, _after) = (SourceFile.Load(GetPath("base")), SourceFile.Load(GetPath("revision")));
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>Compares the two documents, without reading them.</summary>
    [Benchmark]
    public int Compare() => DriftComparison.Compare(_before, _after).Findings.Count;

    /// <summary>Reads and compares both files, as the command does.</summary>
    [Benchmark]
    public int ReadAndCompare() =>
        DriftComparison.Compare(SourceFile.Load(GetPath("base")), SourceFile.Load(GetPath("revision"))).Findings.Count;

    private string GetPath(string name) => Path.Combine(_folder, $"{name}.yaml");
}
