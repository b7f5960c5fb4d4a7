using OpenApi.Documents.Reading;
using OpenApi.Drift.Operations;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the amount of work of a comparison by counters instead of durations.</summary>
public sealed class PerformanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-drift-").FullName;

    [Fact]
    public void The_work_per_operation_does_not_grow_with_the_number_of_operations()
    {
        const int Few = 200;
        const int Many = 2_000;

        (double fewPairs, double fewBytes) = WorkPerOperation(Few);
        (double manyPairs, double manyBytes) = WorkPerOperation(Many);

        Assert.InRange(manyPairs, 1, fewPairs);
        Assert.InRange(manyBytes, 1, fewBytes * 1.1);
    }

    [Fact]
    public void A_shared_schema_is_read_and_compared_once()
    {
        static string Uses(int count) =>
            string.Join(
                ',',
                Enumerable
                    .Range(0, count)
                    .Select(static index =>
                        $"'/a{index}':{{'get':{{'responses':{{'200':{{'content':{{'application/json':"
                        + "{'schema':{'$ref':'#/components/schemas/Shared'}}}}}}}"
                    )
            );
        static string Shared(string type) => $"{{'schemas':{{'Shared':{{'type':'object','properties':{{'a':{{'type':'{type}'}}}}}}}}}}";

        DriftReport report = DriftComparison.Compare(
            new SourceFile("base.yaml", SmallContract.WithPaths($"{{{Uses(100)}}}", Shared("string"))),
            new SourceFile("revision.yaml", SmallContract.WithPaths($"{{{Uses(100)}}}", Shared("integer"))),
            out DriftContext context
        );

        Assert.Equal(100, report.Findings.Count);
        Assert.Equal(2, context.Schemas.PairCount);
        Assert.Equal(2, context.Before.Schemas.ReadCount);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (double Pairs, double Bytes) WorkPerOperation(int operations)
    {
        SourceFile before = Read(LargeContract.Yaml(operations));
        SourceFile after = Read(LargeContract.Yaml(operations, changedType: "integer"));

        // The first run includes one-time allocations of the runtime.
        DriftComparison.Compare(before, after);
        long start = GC.GetAllocatedBytesForCurrentThread();
        DriftReport report = DriftComparison.Compare(before, after, out DriftContext context);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - start;

        Assert.Equal(operations / 100, report.Findings.Count);
        return ((double)context.Schemas.PairCount / operations, (double)bytes / operations);
    }

    private SourceFile Read(string yaml)
    {
        string path = Path.Combine(_folder, "contract.yaml");
        File.WriteAllText(path, yaml);
        return SourceFile.Load(path);
    }
}
