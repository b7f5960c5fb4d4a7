using Newtonsoft.Json.Linq;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests which alternative each value of a discriminator selects.</summary>
public sealed class DiscriminatorTests
{
    private const string Cat = "{'$ref':'#/components/schemas/Cat'}";
    private const string Dog = "{'$ref':'#/components/schemas/Dog'}";
    private const string Components = "{'Cat':{'required':['name']},'Dog':{'required':['age']}}";

    [Theory]
    [InlineData("'oneOf':[" + Cat + "," + Dog + "]", "Cat=Cat Dog=Dog")]
    [InlineData("'anyOf':[" + Cat + "," + Dog + "]", "Cat=Cat Dog=Dog")]
    [InlineData("'oneOf':[" + Cat + "],'anyOf':[" + Dog + "]", "Cat=Cat Dog=Dog")]
    [InlineData("'oneOf':[true,{'type':'string'}," + Cat + "]", "Cat=Cat")]
    [InlineData("'type':'object'", "")]
    public void Without_a_mapping_the_names_of_the_components_are_the_values(string members, string mapping) =>
        Assert.Equal(mapping, ReadMapping(members, "{}"));

    [Theory]
    [InlineData("{'meow':'#/components/schemas/Cat'}", "Dog=Dog meow=Cat")]
    [InlineData("{'meow':'Cat'}", "Dog=Dog meow=Cat")]
    [InlineData("{'meow':'Cat','purr':'Cat','bark':'Dog'}", "bark=Dog meow=Cat purr=Cat")]
    [InlineData("{'Cat':'Dog'}", "Cat=Dog")]
    [InlineData("{'meow':1}", "Cat=Cat Dog=Dog")]
    public void A_mapping_replaces_the_name_of_its_component(string declared, string mapping) =>
        Assert.Equal(mapping, ReadMapping($"'oneOf':[{Cat},{Dog}]", declared));

    private static string ReadMapping(string members, string mapping)
    {
        string schema = $"{{'discriminator':{{'propertyName':'kind','mapping':{mapping}}},{members}}}";
        SchemaDiscriminator discriminator = SmallSchemas.ReadOne(schema, Components).Discriminator!;
        return string.Join(' ', discriminator.Mapping.Select(static entry => $"{entry.Key}={Name(entry.Value)}"));
    }

    private static string Name(SchemaReference component) => ((JProperty)component.Written[0].Parent!).Name;
}
