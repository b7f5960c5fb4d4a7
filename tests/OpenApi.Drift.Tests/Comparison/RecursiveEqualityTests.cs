namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests the comparison for equality of schemas that contain themselves.</summary>
public sealed class RecursiveEqualityTests
{
    private const string Inner = "{'$ref':'#/components/schemas/Inner'}";

    [Fact]
    public void A_change_in_an_exclusion_that_the_excluded_schema_uses_itself_is_found()
    {
        static string Components(string type) =>
            $"{{'Inner':{{'type':'object','properties':{{'deep':{{'not':{Inner}}},'size':{{'type':'{type}'}}}}}}}}";
        const string Outer = "{'type':'object','properties':{'a':{'not':" + Inner + "}}}";

        Assert.Equal(
            ["request-property-not-changed breaking application/json a", "response-property-not-changed breaking 200 application/json a"],
            SmallContract.Findings(
                SmallContract.WithSchema(Outer, Components("string")),
                SmallContract.WithSchema(Outer, Components("integer"))
            )
        );
    }
}
