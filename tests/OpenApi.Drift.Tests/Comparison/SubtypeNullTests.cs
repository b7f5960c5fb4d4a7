namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests that null is compared by the schema that declares the discriminator, and not by its subtypes.</summary>
public sealed class SubtypeNullTests
{
    private const string Use = "{'$ref':'#/components/schemas/Pet'}";

    [Theory]
    [InlineData("['object','null']", "'object'")]
    [InlineData("'object'", "['object','null']")]
    public void Null_in_a_subtype_is_not_a_change(string before, string after) =>
        Assert.Empty(
            SmallContract.Findings(
                SmallContract.WithSchema(Use, Components("'minProperties':1", before)),
                SmallContract.WithSchema(Use, Components("'minProperties':1", after))
            )
        );

    [Fact]
    public void Null_in_the_schema_with_the_discriminator_is_one_change() =>
        Assert.Equal(
            ["request-body-became-not-nullable breaking application/json", "response-body-became-not-nullable info 200 application/json"],
            SmallContract.Findings(
                SmallContract.WithSchema(Use, Components("'type':['object','null']", "['object','null']")),
                SmallContract.WithSchema(Use, Components("'type':'object'", "['object','null']"))
            )
        );

    private static string Components(string pet, string type) =>
        $"{{'Pet':{{{pet},'properties':{{'kind':{{'type':'string'}}}},'discriminator':{{'propertyName':'kind'}}}},"
        + $"'Cat':{{'allOf':[{Use},{{'type':{type},'properties':{{'age':{{'type':'integer'}}}}}}]}}}}";
}
