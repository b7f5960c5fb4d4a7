using OpenApi.Drift.Comparison;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Tests the check that avoids the full comparison of schemas that differ in an obvious part.</summary>
public sealed class SchemaPreCheckTests
{
    private const string Dangling = "{'$ref':'#/components/schemas/Missing'}";

    [Theory]
    [InlineData("{'type':'string','maxLength':3}", "{'type':'string','minLength':5}", true)]
    [InlineData("{'enum':['a','b']}", "{'enum':['b','a']}", true)]
    [InlineData("{'type':'object','properties':{'a':{'const':1}}}", "{'type':'object','properties':{'a':{'enum':[1]}}}", true)]
    [InlineData("{'type':'string'}", Dangling, true)]
    [InlineData(Dangling, "{'type':'string'}", true)]
    [InlineData("{'type':'string'}", "{'type':'integer'}", false)]
    [InlineData("{'enum':['a']}", "{'enum':['b']}", false)]
    [InlineData("{'enum':['a']}", "{'type':'string'}", false)]
    [InlineData("{'type':'string'}", "{'enum':['a']}", false)]
    [InlineData("{'type':'object','properties':{'a':{}},'required':['a']}", "{'type':'object','properties':{'a':{}}}", false)]
    [InlineData("{'type':'object','minProperties':1}", "{'type':'object','properties':{'a':{}}}", false)]
    [InlineData("{'type':'object','properties':{'b':{}}}", "{'type':'object','properties':{'a':{}}}", false)]
    [InlineData("{'type':'object','properties':{'a':{'const':1}}}", "{'type':'object','properties':{'a':{'const':2}}}", false)]
    public void Schemas_are_alike_if_types_values_and_properties_are_the_same(string before, string after, bool areAlike)
    {
        IReadOnlyList<SchemaReference> schemas = SmallSchemas.Read(before, after);

        Assert.Equal(areAlike, SchemaPreCheck.AreAlike(schemas[0].Schema, schemas[1].Schema));
    }
}
