namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests the comparison for equality, which decides about alternatives and exclusions.</summary>
public sealed class SchemaEqualityTests
{
    private const string Inner = "{'$ref':'#/components/schemas/Inner'}";
    private const string Same = "{'$ref':'#/components/schemas/Same'}";
    private const string Node = "{'$ref':'#/components/schemas/Node'}";

    [Fact]
    public void Alternatives_that_differ_in_a_nested_schema_only_have_no_order()
    {
        const string One = "{'type':'object','properties':{'a':{'properties':{'b':{'properties':{'c':{'type':'string'}}}}}}}";
        const string Other = "{'type':'object','properties':{'a':{'properties':{'b':{'properties':{'c':{'type':'integer'}}}}}}}";

        Assert.Empty(
            SmallContract.Findings(
                SmallContract.WithSchema($"{{'anyOf':[{One},{Other}]}}"),
                SmallContract.WithSchema($"{{'anyOf':[{Other},{One}]}}")
            )
        );
    }

    [Fact]
    public void Exclusions_that_contain_themselves_are_equal() =>
        AssertChanged(
            $"{{'not':{Node}}}",
            "{'Node':{'type':'object','properties':{'next':" + Node + "}}}",
            "{'Node':{'properties':{'next':" + Node + "},'type':'object'}}"
        );

    [Fact]
    public void A_schema_that_is_known_to_differ_makes_each_exclusion_that_contains_it_different() =>
        AssertChanged(
            "{'type':'object','properties':{'a':{'not':" + Inner + "},'b':{'not':{'properties':{'p':" + Inner + "}}}}}",
            "{'Inner':{'type':'string','maxLength':3}}",
            "{'Inner':{'type':'string','maxLength':5}}",
            "a",
            "b"
        );

    [Fact]
    public void An_equal_schema_stays_equal_after_a_comparison_of_an_exclusion_that_contains_it_and_differs() =>
        AssertChanged(
            "{'type':'object','properties':{'a':{'not':{'properties':{'p':" + Same + ",'q':" + Inner + "}}},'b':{'not':" + Same + "}}}",
            "{'Same':{'type':'string','maxLength':9},'Inner':{'type':'string','maxLength':3}}",
            "{'Same':{'type':'string','maxLength':9},'Inner':{'type':'string','maxLength':5}}",
            "a"
        );

    [Theory]
    [InlineData("{'properties':{'a':{'type':'string'}}}", "{'properties':{'a':{'type':'string','readOnly':true}}}")]
    [InlineData("{'properties':{'a':{'type':'string'}}}", "{'properties':{'a':{'type':'string','writeOnly':true}}}")]
    [InlineData("{'enum':['a',null]}", "{'enum':['a']}")]
    public void An_exclusion_with_a_small_difference_is_another_one(string before, string after)
    {
        Assert.Contains("not-changed", RequestChanges.Find($"{{'not':{before}}}", $"{{'not':{after}}}"));
        Assert.Contains("not-changed", RequestChanges.Find($"{{'not':{after}}}", $"{{'not':{before}}}"));
    }

    [Theory]
    [InlineData("{}", "{'Missing':{'type':'string','maxLength':3}}")]
    [InlineData("{'Missing':{'type':'string','maxLength':3}}", "{}")]
    public void An_exclusion_with_a_dangling_reference_is_equal_to_every_exclusion(string before, string after) =>
        AssertChanged("{'type':'object','not':{'$ref':'#/components/schemas/Missing'}}", before, after);

    /// <summary>Asserts the properties of the request body with a change.</summary>
    private static void AssertChanged(string schema, string before, string after, params string[] properties) =>
        Assert.Equal(
            properties.Select(static name => $"request-property-not-changed breaking application/json {name}"),
            SmallContract
                .Findings(SmallContract.WithSchema(schema, before), SmallContract.WithSchema(schema, after))
                .Where(static finding => finding.StartsWith("request", StringComparison.Ordinal))
        );
}
