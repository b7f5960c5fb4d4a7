using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Comparison;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that a change of a component with many uses is reported once, at the component.</summary>
public sealed class GroupedFindingTests
{
    private const string Pet = "{'$ref':'#/components/schemas/Pet'}";

    [Fact]
    public void A_leaf_that_is_used_twice_on_30_levels_is_one_finding_with_the_number_of_locations()
    {
        static string Levels(string leaf) =>
            string.Join(
                ',',
                Enumerable
                    .Range(0, 30)
                    .Select(static level =>
                        $"'L{level}':{{'type':'object','properties':{{'a':{Level(level + 1)},'b':{Level(level + 1)}}}}}"
                    )
                    .Append($"'L30':{{'type':'object','properties':{{'x':{{'type':'{leaf}'}},'y':{{'type':'{leaf}'}}}}}}")
            );
        static string Level(int level) => $"{{'$ref':'#/components/schemas/L{level}'}}";

        IReadOnlyList<Finding> findings = SmallContract
            .Compare(
                SmallContract.WithSchema(Level(0), $"{{{Levels("string")}}}"),
                SmallContract.WithSchema(Level(0), $"{{{Levels("integer")}}}")
            )
            .Findings;

        Assert.Equal(4, findings.Count);
        Assert.All(findings, static finding => Assert.Equal(1L << 30, finding.Count));
        Assert.Equal(
            ["#/components/schemas/L30/properties/x", "#/components/schemas/L30/properties/y"],
            findings.Select(static finding => finding.Location.Path).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains("a.a.a", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(58, (58 * 58 * 58) + (58 * 58))]
    [InlineData(59, 1)]
    public void Changes_are_grouped_after_more_of_them_than_the_limit(int width, int count)
    {
        // Two operations use a leaf at width^3 and width^2 locations. The limit is between the third powers of the two widths.
        Assert.InRange(WorkLimits.MaxChanges, 58 * 58 * 59, 59 * 59 * 59);
        string Properties(string name) =>
            string.Join(',', Enumerable.Range(0, width).Select(index => $"'p{index}':{{'$ref':'#/components/schemas/{name}'}}"));
        string Schema(string name, string inner) => $"'{name}':{{'type':'object','properties':{{{Properties(inner)}}}}}";
        static string Path(string name, string schema) =>
            $"'/{name}':{{'get':{{'responses':{{'200':{{'content':{{'application/json':{{'schema':"
            + $"{{'$ref':'#/components/schemas/{schema}'}}}}}}}}}}}}}}";
        string Schemas(string leaf) =>
            $"{{'schemas':{{{Schema("A", "B")},{Schema("B", "C")},{Schema("C", "Leaf")},{Schema("D", "C")},'Leaf':{{'type':'{leaf}'}}}}}}";
        JObject Contract(string leaf) => SmallContract.WithPaths($"{{{Path("a", "A")},{Path("d", "D")}}}", Schemas(leaf));

        IReadOnlyList<Finding> findings = DriftComparison
            .Compare(
                new SourceFile("base.yaml", Contract("string")),
                new SourceFile("revision.yaml", Contract("integer")),
                new DriftOptions { MaxLocations = int.MaxValue }
            )
            .Findings;

        Assert.Equal(count, findings.Count);
        Assert.Equal((width * width * width) + (width * width), findings.Sum(static finding => finding.Count ?? 1));
    }

    [Theory]
    [InlineData(1_000, 2_000)]
    [InlineData(1_001, 2)]
    public void A_change_that_more_operations_share_than_the_limit_is_one_finding(int operations, int findings)
    {
        string paths = string.Join(
            ',',
            Enumerable
                .Range(0, operations)
                .Select(static index =>
                    $"'/a{index}':{{'get':{{'responses':{{'200':{{'content':{{'application/json':{{'schema':{Pet}}}}}}}}}}}}}"
                )
        );
        static string Schemas(string one, string other) =>
            "{'schemas':{'Pet':{'type':'object','required':"
            + $"{one},'properties':{{'a':{{'type':'string'}},'b':{{'type':'{other}'}}}}}}}}}}";

        Assert.Equal(
            findings,
            SmallContract
                .Compare(
                    SmallContract.WithPaths($"{{{paths}}}", Schemas("['a']", "string")),
                    SmallContract.WithPaths($"{{{paths}}}", Schemas("[]", "integer"))
                )
                .Findings.Count
        );
    }
}
