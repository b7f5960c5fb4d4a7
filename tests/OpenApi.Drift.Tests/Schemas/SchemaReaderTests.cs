using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests which declarations are the same schema, so that it is read and compared once.</summary>
public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("'description':'text'", true)]
    [InlineData("'summary':'text'", true)]
    [InlineData("'title':'Name'", true)]
    [InlineData("'$comment':'text'", true)]
    [InlineData("'example':'a'", true)]
    [InlineData("'examples':['a']", true)]
    [InlineData("'maxLength':1", false)]
    public void A_reference_with_documentation_is_the_component(string member, bool isSame)
    {
        IReadOnlyList<SchemaReference> schemas = SmallSchemas.Read(
            "{'type':'string'}",
            "{'$ref':'#/components/schemas/S0'," + member + "}"
        );

        Assert.Equal(isSame, ReferenceEquals(schemas[0], schemas[1]));
    }

    [Fact]
    public void A_reference_to_a_component_that_is_true_matches_every_value()
    {
        IReadOnlyList<SchemaReference> schemas = SmallSchemas.Read("true", "{'$ref':'#/components/schemas/S0'}");

        Assert.Same(schemas[0], schemas[1]);
    }
}
