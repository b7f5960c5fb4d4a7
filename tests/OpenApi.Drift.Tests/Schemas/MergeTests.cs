namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests schemas that all apply to the same value, which are compared like the one schema that has the same effect.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("{'minLength':2},{'minLength':1}", "{'minLength':2}")]
    [InlineData("{'maxLength':2},{'maxLength':1}", "{'maxLength':1}")]
    [InlineData("{'maxLength':1},{}", "{'maxLength':1}")]
    [InlineData("{'minItems':1},{'minItems':2}", "{'minItems':2}")]
    [InlineData("{'maxItems':1},{'maxItems':2}", "{'maxItems':1}")]
    [InlineData("{'minProperties':3},{'minProperties':2}", "{'minProperties':3}")]
    [InlineData("{'maxProperties':3},{'maxProperties':2}", "{'maxProperties':2}")]
    [InlineData("{'contains':{'const':1},'maxContains':3},{'maxContains':2}", "{'contains':{'const':1},'maxContains':2}")]
    [InlineData("{'contains':{'const':1},'minContains':3},{'maxContains':4}", "{'contains':{'const':1},'minContains':3,'maxContains':4}")]
    [InlineData("{'minimum':1},{'exclusiveMinimum':1}", "{'exclusiveMinimum':1}")]
    [InlineData("{'maximum':1},{'maximum':2,'exclusiveMaximum':true}", "{'maximum':1}")]
    [InlineData("{'minimum':3,'exclusiveMinimum':1}", "{'minimum':3}")]
    [InlineData("{'maximum':3,'exclusiveMaximum':1}", "{'exclusiveMaximum':1}")]
    [InlineData("{'multipleOf':4},{'multipleOf':6}", "{'multipleOf':12}")]
    [InlineData("{'multipleOf':4},{'multipleOf':-1}", "{'multipleOf':4}")]
    [InlineData("{'pattern':'b'},{'pattern':'a'},{'pattern':'b'}", "{'allOf':[{'pattern':'a'},{'pattern':'b'}]}")]
    [InlineData("{'format':'b'},{'format':'a'}", "{'allOf':[{'format':'a'},{'format':'b'}]}")]
    [InlineData("{'contentEncoding':'BASE64'},{'contentEncoding':'base64'}", "{'contentEncoding':'base64'}")]
    [InlineData("{'contentMediaType':'A/B'},{}", "{'contentMediaType':'a/b'}")]
    [InlineData(
        "{'contentEncoding':'b'},{'contentEncoding':'a'},{'contentEncoding':'b'}",
        "{'allOf':[{'contentEncoding':'a'},{'contentEncoding':'b'}]}"
    )]
    [InlineData("{'contains':{'const':1},'minContains':2},{'minContains':3}", "{'contains':{'const':1},'minContains':3}")]
    [InlineData("{'uniqueItems':true},{'uniqueItems':false}", "{'uniqueItems':true}")]
    [InlineData("{'default':1},{'default':2}", "{'default':1}")]
    [InlineData("{'deprecated':true},{'deprecated':false}", "{'deprecated':true}")]
    [InlineData("{'deprecated':true},{'deprecated':true}", "{'deprecated':true}")]
    [InlineData("{'enum':['a','b','c']},{'enum':['b','c','d']}", "{'enum':['c','b']}")]
    [InlineData("{'enum':['a','b'],'const':'a'}", "{'const':'a'}")]
    [InlineData("{'items':{'minLength':1}},{'items':{'maxLength':2}}", "{'items':{'minLength':1,'maxLength':2}}")]
    [InlineData("{'items':{'type':'string'}},true", "{'items':{'type':'string'}}")]
    [InlineData(
        "{'prefixItems':[{'type':'string'}],'items':{'type':'integer'}},{'items':{'minLength':2}}",
        "{'prefixItems':[{'type':'string','minLength':2}],'items':{'type':'integer','minLength':2}}"
    )]
    [InlineData(
        "{'prefixItems':[{'type':'string'}]},{'prefixItems':[{'maxLength':3},{'type':'boolean'}]}",
        "{'prefixItems':[{'type':'string','maxLength':3},{'type':'boolean'}]}"
    )]
    [InlineData("{'prefixItems':[{'type':'string'}],'unevaluatedItems':false}", "{'prefixItems':[{'type':'string'}],'items':false}")]
    [InlineData("{'contains':{'minimum':1}},{'contains':{'maximum':2}}", "{'contains':{'minimum':1,'maximum':2}}")]
    [InlineData(
        "{'properties':{'a':{'minLength':1}}},{'properties':{'a':{'maxLength':2},'b':{}}}",
        "{'properties':{'a':{'minLength':1,'maxLength':2},'b':{}}}"
    )]
    [InlineData("{'required':['b']},{'required':['a','b',1]}", "{'required':['a','b']}")]
    [InlineData(
        "{'properties':{'ab':{},'c':{}},'patternProperties':{'^a':{'maxLength':2}}}",
        "{'properties':{'ab':{'maxLength':2},'c':{}},'patternProperties':{'^a':{'maxLength':2}}}"
    )]
    [InlineData(
        "{'properties':{'a':{}},'patternProperties':{'(':{'maxLength':2}}}",
        "{'patternProperties':{'(':{'maxLength':2}},'properties':{'a':{}}}"
    )]
    [InlineData(
        "{'patternProperties':{'a':{'minLength':1}}},{'patternProperties':{'a':{'maxLength':2}}}",
        "{'patternProperties':{'a':{'minLength':1,'maxLength':2}}}"
    )]
    [InlineData(
        "{'additionalProperties':{'minLength':1}},{'unevaluatedProperties':{'maxLength':2}}",
        "{'additionalProperties':{'minLength':1,'maxLength':2}}"
    )]
    [InlineData("{'additionalProperties':{'type':'string'},'unevaluatedProperties':false}", "{'additionalProperties':{'type':'string'}}")]
    [InlineData("{'items':{'type':'string'},'unevaluatedItems':false}", "{'items':{'type':'string'}}")]
    [InlineData("{'propertyNames':{'minLength':1}},{'propertyNames':{'maxLength':2}}", "{'propertyNames':{'minLength':1,'maxLength':2}}")]
    [InlineData("{'dependentRequired':{'a':['b']}},{'dependentRequired':{'a':['c']}}", "{'dependentRequired':{'a':['c','b']}}")]
    [InlineData(
        "{'dependentSchemas':{'a':{'required':['b']}}},{'dependentSchemas':{'a':{'required':['c']}}}",
        "{'dependentSchemas':{'a':{'required':['b','c']}}}"
    )]
    public void Schemas_that_all_apply_are_merged(string parts, string merged)
    {
        string several = $"{{'allOf':[{parts}]}}";

        Assert.Equal([], RequestChanges.Find(several, merged));
        Assert.Equal([], RequestChanges.Find(merged, several));
        Assert.NotEmpty(RequestChanges.Find("{}", merged));
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("true", "true")]
    [InlineData("false", "true")]
    public void A_value_is_read_only_or_write_only_if_one_of_the_schemas_is(string first, string second)
    {
        Assert.True(SmallSchemas.ReadOne($"{{'allOf':[{{'readOnly':{first}}},{{'readOnly':{second}}}]}}").IsReadOnly);
        Assert.True(SmallSchemas.ReadOne($"{{'allOf':[{{'writeOnly':{first}}},{{'writeOnly':{second}}}]}}").IsWriteOnly);
    }

    [Fact]
    public void A_pattern_that_is_not_a_regular_expression_matches_no_property() =>
        Assert.NotEmpty(
            RequestChanges.Find(
                "{'patternProperties':{'(':{'maxLength':2}},'properties':{'a':{}}}",
                "{'patternProperties':{'(':{'maxLength':2}},'properties':{'a':{'maxLength':2}}}"
            )
        );

    [Theory]
    [InlineData(
        "{'anyOf':[{'type':'string','maxLength':1},{'type':'integer','minimum':1}]}",
        "{'type':['string','integer'],'maxLength':1,'minimum':1}"
    )]
    [InlineData("{'anyOf':[{'const':1},{'const':'a'}]}", "{'enum':['a',1]}")]
    [InlineData("{'anyOf':[{'enum':['a','b']},{'enum':['b','c']}]}", "{'enum':['a','b','c']}")]
    [InlineData("{'anyOf':[{'type':'string','maxLength':1},{'type':'boolean'}]}", "{'type':['string','boolean'],'maxLength':1}")]
    [InlineData("{'type':'string','anyOf':[{'type':'integer'},{'type':'string','maxLength':1}]}", "{'type':'string','maxLength':1}")]
    [InlineData(
        "{'type':'string','anyOf':[{'type':'string','maxLength':1},{'type':['string','integer'],'pattern':'a'}]}",
        "{'anyOf':[{'type':'string','maxLength':1},{'type':'string','pattern':'a'}]}"
    )]
    [InlineData("{'anyOf':[{'type':'string'}]}", "{'type':'string'}")]
    [InlineData("{'anyOf':[{'type':'null'}]}", "{'type':'null'}")]
    [InlineData("{'oneOf':[{'enum':[null]},{'type':'string','maxLength':1}]}", "{'type':['string','null'],'maxLength':1}")]
    [InlineData("{'oneOf':[{'const':null},{'type':'string','maxLength':1}]}", "{'type':['string','null'],'maxLength':1}")]
    [InlineData(
        "{'type':'object','oneOf':[{'required':['a']},{'required':['b']}]}",
        "{'oneOf':[{'type':'object','required':['a']}," + "{'type':'object','required':['b']}]}"
    )]
    public void Alternatives_that_one_schema_can_express_are_that_schema(string alternatives, string schema)
    {
        Assert.Equal([], RequestChanges.Find(alternatives, schema));
        Assert.Equal([], RequestChanges.Find(schema, alternatives));
    }

    [Theory]
    [InlineData("anyOf", "anyOf", "", true)]
    [InlineData("oneOf", "oneOf", "", true)]
    [InlineData("oneOf", "oneOf", ",'title':'Inner','description':'text'", true)]
    [InlineData("oneOf", "anyOf", "", false)]
    [InlineData("anyOf", "anyOf", ",'maxLength':1", false)]
    public void Nested_alternatives_of_the_same_kind_are_flattened(string kind, string nested, string members, bool isFlattened)
    {
        string inner = $"{{'{nested}':[{{'pattern':'a'}},{{'pattern':'b'}}]{members}}}";

        Assert.Equal(
            isFlattened ? 3 : 2,
            Assert.Single(SmallSchemas.ReadOne($"{{'{kind}':[{inner},{{'pattern':'c'}}]}}").Unions).Branches.Count
        );
    }

    [Theory]
    [InlineData("{'oneOf':[{'enum':['a','b']},{'enum':['b','c']}]}", "{'enum':['a','b','c']}")]
    [InlineData("{'anyOf':[{'type':'integer','minimum':1},{'type':'number','maximum':9}]}", "{'type':'number','minimum':1,'maximum':9}")]
    [InlineData("{'anyOf':[{'type':'number','maximum':9},{'type':'integer','minimum':1}]}", "{'type':'number','minimum':1,'maximum':9}")]
    [InlineData(
        "{'anyOf':[{'type':'string','maxLength':1},{'type':'string','pattern':'a'}]}",
        "{'type':'string','maxLength':1,'pattern':'a'}"
    )]
    [InlineData("{'anyOf':[{'const':'a'},{'type':'string','maxLength':1}]}", "{'type':'string','maxLength':1}")]
    [InlineData("{'oneOf':[{},{'type':'string'}]}", "{}")]
    public void Other_alternatives_are_not(string alternatives, string schema) =>
        Assert.NotEmpty(RequestChanges.Find(alternatives, schema).Concat(RequestChanges.Find(schema, alternatives)));
}
