using OpenApi.Drift.Comparison;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests changes of items, properties and other nested values, and their paths.</summary>
public sealed class NestedValueTests
{
    [Theory]
    [InlineData(
        "{'type':'array','prefixItems':[{'type':'string'}],'items':{'type':'integer'}}",
        "{'type':'array','prefixItems':[{'type':'string'},{'type':'boolean'}],'items':{'type':'integer'}}",
        "type-changed [1]"
    )]
    [InlineData(
        "{'type':'array','prefixItems':[{'type':'string'},{'type':'boolean'}],'items':{'type':'integer'}}",
        "{'type':'array','prefixItems':[{'type':'string'}],'items':{'type':'integer'}}",
        "type-changed [1]"
    )]
    [InlineData(
        "{'type':'array','contains':{'type':'string'}}",
        "{'type':'array','contains':{'type':'string','maxLength':3}}",
        "max-length-decreased [contains]"
    )]
    [InlineData("{'type':'array'}", "{'type':'array','contains':{'const':1},'minContains':2,'maxContains':3}", "contains-added")]
    [InlineData("{'type':'array','contains':{'const':1},'minContains':2,'maxContains':3}", "{'type':'array'}", "contains-removed")]
    public void Items_are_compared(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(", ", RequestChanges.Find(before, after)));

    [Theory]
    [InlineData("{'type':'object'}", "{'type':'object','propertyNames':{'maxLength':3}}", "max-length-decreased (name)")]
    [InlineData("{'type':'object','propertyNames':{'maxLength':3}}", "{'type':'object'}", "max-length-increased (name)")]
    [InlineData(
        "{'type':'object','patternProperties':{'^x':{'type':'string'}}}",
        "{'type':'object','patternProperties':{'^x':{'type':'integer'}}}",
        "type-changed /^x/"
    )]
    [InlineData(
        "{'type':'object','additionalProperties':false}",
        "{'type':'object','patternProperties':{'^x':{}}}",
        "additional-properties-added *, pattern-property-generalized /^x/"
    )]
    [InlineData(
        "{'type':'object','patternProperties':{'^x':{}}}",
        "{'type':'object','additionalProperties':false}",
        "additional-properties-removed *, pattern-property-specialized /^x/"
    )]
    [InlineData("{'type':'object'}", "{'type':'object','patternProperties':{'^x':{}}}", "")]
    [InlineData(
        "{'type':'object','additionalProperties':{}}",
        "{'type':'object','additionalProperties':{'deprecated':true}}",
        "deprecated *"
    )]
    [InlineData("{'type':'object','additionalProperties':{'default':1}}", "{'type':'object'}", "default-value-removed *")]
    [InlineData("{'type':'object','additionalProperties':true}", "{'type':'object'}", "")]
    [InlineData(
        "{'type':'object','dependentSchemas':{'a':{'required':['b']}}}",
        "{'type':'object','dependentSchemas':{'a':{'required':['c']}}}",
        "became-optional b, became-required c"
    )]
    public void Undeclared_and_dependent_properties_are_compared(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(", ", RequestChanges.Find(before, after)));

    [Theory]
    [InlineData("name", ".name")]
    [InlineData("first_name", ".first_name")]
    [InlineData("first-name", ".first-name")]
    [InlineData("$ref", ".$ref")]
    [InlineData("@id", ".@id")]
    [InlineData("a:b", ".a:b")]
    [InlineData("größe2", ".größe2")]
    [InlineData("first name", "['first name']")]
    [InlineData("a.b", "['a.b']")]
    [InlineData("", "['']")]
    public void The_path_of_a_property_has_quotes_if_the_name_has_other_characters(string name, string path) =>
        Assert.Equal(path, ValuePath.Property(name));
}
