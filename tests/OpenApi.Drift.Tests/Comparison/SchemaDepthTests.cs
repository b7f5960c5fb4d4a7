using OpenApi.Drift.Comparison;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests that schemas that nest too deeply are rejected before the stack overflows.</summary>
public sealed class SchemaDepthTests
{
    private const int Levels = 30_000;

    [Fact]
    public void Schemas_that_were_read_before_are_not_compared_too_deeply()
    {
        string[] schemas =
        [
            .. Enumerable
                .Range(0, Levels)
                .Select(static level =>
                    $"{{'type':'object','properties':{{'next':{{'$ref':'#/components/schemas/S{Math.Min(level + 1, Levels - 1)}'}}}}}}"
                ),
        ];
        SchemaComparison comparison = SmallSchemas.Read(
            schemas,
            schemas,
            out IReadOnlyList<SchemaReference> before,
            out IReadOnlyList<SchemaReference> after
        );
        Assert.All(before.Concat(after), static reference => Assert.Single(reference.Schema.Properties));

        Assert.Throws<InsufficientExecutionStackException>(() => comparison.Pair(before[0], after[0], MessageDirection.Request));
    }
}
