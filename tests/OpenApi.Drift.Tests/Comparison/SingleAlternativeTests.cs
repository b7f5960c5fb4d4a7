namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests schemas without alternatives that become one of several alternatives, and the reverse.</summary>
public sealed class SingleAlternativeTests
{
    private const string Cat = "{'type':'object','properties':{'kind':{'type':'string'},'lives':{}}}";
    private const string Dog = "{'type':'object','properties':{'kind':{'type':'string'},'tricks':{}}}";
    private const string Branches = "[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}]";
    private const string Components = "{'Cat':" + Cat + ",'Dog':" + Dog + "}";
    private const string Discriminator = "'discriminator':{'propertyName':'kind'}";

    [Theory]
    [InlineData("{'oneOf':" + Branches + "}", "one-of-added,one-of-overlap-added", "one-of-overlap-removed,one-of-removed")]
    [InlineData("{'oneOf':" + Branches + "," + Discriminator + "}", "one-of-added", "one-of-removed")]
    [InlineData("{'anyOf':" + Branches + "}", "any-of-added", "any-of-removed")]
    [InlineData("{'anyOf':" + Branches + "," + Discriminator + "}", "any-of-added", "any-of-removed")]
    public void The_schema_is_compared_with_the_alternative_it_became(string alternatives, string added, string removed)
    {
        Assert.Equal(added, RequestChanges.Names(Cat, alternatives, Components));
        Assert.Equal(removed, RequestChanges.Names(alternatives, Cat, Components));
    }

    [Fact]
    public void A_change_of_null_is_reported_in_addition()
    {
        const string Nullable = "{'type':['object','null'],'properties':{'kind':{'type':'string'},'lives':{}}}";
        const string Alternatives = "{'anyOf':" + Branches + "}";

        Assert.Equal("any-of-added,became-not-nullable", RequestChanges.Names(Nullable, Alternatives, Components));
        Assert.Equal("any-of-removed,became-nullable", RequestChanges.Names(Alternatives, Nullable, Components));
    }

    [Fact]
    public void A_schema_with_a_type_only_is_an_alternative_and_a_schema_without_restrictions_is_not()
    {
        const string Alternatives = "{'anyOf':" + Branches + "}";

        Assert.Equal("any-of-added,any-of-added,any-of-removed", RequestChanges.Names("{'type':'object'}", Alternatives, Components));
        Assert.Equal("type-specialized", RequestChanges.Names("{}", Alternatives, Components));
    }
}
