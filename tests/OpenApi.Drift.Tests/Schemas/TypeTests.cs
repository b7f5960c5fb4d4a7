using Newtonsoft.Json.Linq;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests the JSON types of schemas and of values.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("{'type':'string'}", "string")]
    [InlineData("{'type':['integer','string']}", "string|integer")]
    [InlineData("{'type':['integer','number']}", "number")]
    [InlineData("{'type':['boolean','null']}", "boolean|null")]
    [InlineData("{'type':['array',null]}", "array|null")]
    [InlineData("{'type':'null'}", "null")]
    [InlineData("{'type':null}", "null")]
    [InlineData("{'type':'text'}", "string|number|boolean|object|array")]
    [InlineData("{'type':['string','text']}", "string|number|boolean|object|array")]
    [InlineData("{'type':[]}", "any")]
    [InlineData("{'type':1}", "any")]
    [InlineData("{}", "any")]
    [InlineData("false", "nothing")]
    [InlineData("{'not':{}}", "nothing")]
    [InlineData("{'enum':[]}", "nothing")]
    [InlineData("{'enum':['a',1]}", "string|integer")]
    [InlineData("{'enum':[1.5]}", "number")]
    [InlineData("{'enum':[2.0,true,{},[],null]}", "integer|boolean|object|array|null")]
    [InlineData("{'const':1e40}", "number")]
    [InlineData("{'type':'string','enum':[1]}", "integer")]
    [InlineData("{'type':['string','integer'],'enum':[1]}", "integer")]
    [InlineData("{'type':'string','enum':['a',1]}", "string")]
    [InlineData("{'type':'string','properties':{'a':{}}}", "string|object")]
    [InlineData("{'type':'string','properties':{}}", "string")]
    [InlineData("{'type':'object','items':{}}", "object|array")]
    [InlineData("{'type':'null','properties':{'a':{}},'items':{}}", "null")]
    [InlineData("{'allOf':[{'type':['string','integer']},{'type':['integer','boolean']}]}", "integer")]
    public void The_types_are_those_that_a_value_can_have(string schema, string types) =>
        Assert.Equal(types, SmallSchemas.ReadOne(schema).TypeText);

    [Theory]
    [InlineData("{'type':'string','properties':{'a':{}}}", true)]
    [InlineData("{'type':'object','items':{}}", true)]
    [InlineData("{'type':'object','properties':{'a':{}}}", false)]
    [InlineData("{'allOf':[{'type':['string','array'],'properties':{'a':{}}},{'type':'string','items':{}}]}", true)]
    [InlineData("{'type':'array','items':{}}", false)]
    [InlineData("{'properties':{'a':{}},'items':{}}", false)]
    [InlineData("{'type':'string','items':[]}", false)]
    public void A_type_can_contradict_the_keywords_beside_it(string schema, bool isContradicting) =>
        Assert.Equal(isContradicting, SmallSchemas.ReadOne(schema).HasContradictingType);

    [Theory]
    [InlineData("'text'", (int)JsonTypes.String)]
    [InlineData("1", (int)JsonTypes.Integer)]
    [InlineData("1.0", (int)JsonTypes.Integer)]
    [InlineData("1.5", (int)JsonTypes.Fraction)]
    [InlineData("1e300", (int)JsonTypes.Fraction)]
    [InlineData("false", (int)JsonTypes.Boolean)]
    [InlineData("{}", (int)JsonTypes.Object)]
    [InlineData("[]", (int)JsonTypes.Array)]
    [InlineData("null", (int)JsonTypes.None)]
    public void A_value_has_one_type(string value, int type) => Assert.Equal((JsonTypes)type, JsonTypeNames.FromValue(JToken.Parse(value)));
}
