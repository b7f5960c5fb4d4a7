using OpenApi.Documents.Findings;

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
