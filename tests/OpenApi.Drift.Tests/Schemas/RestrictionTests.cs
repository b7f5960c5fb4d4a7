namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Tests which keywords restrict a value, and that those without effect on its types are removed.</summary>
public sealed class RestrictionTests
{
    public static TheoryData<string, string> Restrictions =>
        new()
        {
            { "string", "'minLength':1" },
            { "string", "'maxLength':1" },
            { "string", "'pattern':'a'" },
            { "string", "'contentEncoding':'base64'" },
            { "string", "'contentMediaType':'a/b'" },
            { "number", "'minimum':1" },
            { "number", "'maximum':1" },
            { "number", "'exclusiveMinimum':1" },
            { "number", "'exclusiveMaximum':1" },
            { "number", "'multipleOf':2" },
            { "array", "'minItems':1" },
            { "array", "'maxItems':1" },
            { "array", "'uniqueItems':true" },
            { "array", "'prefixItems':[{'type':'string'}]" },
            { "array", "'unevaluatedItems':{'type':'string'}" },
            { "array", "'contains':{'type':'string'}" },
            { "object", "'minProperties':1" },
            { "object", "'maxProperties':1" },
            { "object", "'patternProperties':{'a':{'type':'string'}}" },
            { "object", "'additionalProperties':false" },
            { "object", "'unevaluatedProperties':{'type':'string'}" },
            { "object", "'propertyNames':{'maxLength':1}" },
            { "object", "'required':['a']" },
            { "object", "'dependentRequired':{'a':['b']}" },
            { "object", "'dependentSchemas':{'a':{'required':['b']}}" },
        };

    [Theory]
    [MemberData(nameof(Restrictions))]
    public void A_keyword_restricts_values_of_its_type_only(string type, string keyword)
    {
        string other = type == "string" ? "boolean" : "string";

        Assert.False(SmallSchemas.ReadOne($"{{'type':'{type}',{keyword}}}").HasOnlyTypes);
        Assert.False(SmallSchemas.ReadOne($"{{{keyword}}}").HasOnlyTypes);
        Assert.False(SmallSchemas.ReadOne($"{{{keyword}}}").IsAny);
        Assert.True(SmallSchemas.ReadOne($"{{'type':'{other}',{keyword}}}").HasOnlyTypes);
    }

    [Theory]
    [InlineData("{'type':'object','properties':{'a':{}}}")]
    [InlineData("{'type':'array','items':{'type':'string'}}")]
    [InlineData("{'type':'string','format':'date'}")]
    [InlineData("{'type':'string','not':{'const':'a'}}")]
    [InlineData("{'type':'string','if':{'const':'a'},'then':{'maxLength':1}}")]
    [InlineData("{'type':'string','if':{'const':'a'},'else':{'maxLength':1}}")]
    public void A_keyword_restricts_values(string schema) => Assert.False(SmallSchemas.ReadOne(schema).HasOnlyTypes);

    [Theory]
    [InlineData("then")]
    [InlineData("else")]
    public void A_condition_has_both_consequences(string keyword) =>
        Assert.Equal(
            "condition-changed",
            RequestChanges.Names(
                $"{{'if':{{'const':'a'}},'{keyword}':{{'maxLength':1}}}}",
                $"{{'if':{{'const':'a'}},'{keyword}':{{'maxLength':2}}}}"
            )
        );

    [Theory]
    [InlineData("{'type':'string','minLength':0}")]
    [InlineData("{'type':'string','pattern':''}")]
    [InlineData("{'type':'string','pattern':'^'}")]
    [InlineData("{'type':'string','pattern':'.*'}")]
    [InlineData("{'type':'string','pattern':'^.*'}")]
    [InlineData("{'type':'string','not':{'type':'null'}}")]
    [InlineData("{'type':'string','if':{'const':'a'}}")]
    [InlineData("{'type':'number','multipleOf':0}")]
    [InlineData("{'type':'integer','multipleOf':1}")]
    [InlineData("{'type':'boolean','enum':[true,false]}")]
    [InlineData("{'type':'array','uniqueItems':false}")]
    [InlineData("{'type':'array','items':true}")]
    [InlineData("{'allOf':[{'type':'array'},{'properties':{'a':{'type':'string'}}}]}")]
    [InlineData("{'type':'array','contains':{'const':1},'minContains':0}")]
    [InlineData("{'type':'array','minContains':2,'maxContains':3}")]
    [InlineData("{'type':'object','additionalProperties':true}")]
    [InlineData("{'type':'object','propertyNames':{'type':'string'}}")]
    public void A_keyword_without_effect_is_removed(string schema) => Assert.True(SmallSchemas.ReadOne(schema).HasOnlyTypes);

    [Theory]
    [InlineData("{'type':'array','contains':{'const':1},'minContains':0,'maxContains':3}")]
    [InlineData("{'type':'object','propertyNames':{'type':'integer'}}")]
    [InlineData("{'type':'object','propertyNames':{'$ref':'#/unknown'}}")]
    [InlineData("{'type':'number','multipleOf':1}")]
    [InlineData("{'type':'integer','multipleOf':2}")]
    [InlineData("{'type':'boolean','enum':[true]}")]
    public void A_keyword_with_another_value_is_kept(string schema) => Assert.False(SmallSchemas.ReadOne(schema).HasOnlyTypes);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("true", true)]
    [InlineData("{'description':'text'}", true)]
    [InlineData("{'type':['string','number','boolean','object','array','null']}", true)]
    [InlineData("{'type':['string','number','boolean','object','array']}", false)]
    [InlineData("{'enum':['a',null]}", false)]
    [InlineData("{'oneOf':[{'required':['a']},{'required':['b']}]}", false)]
    [InlineData("{'$ref':'#/unknown'}", false)]
    [InlineData("false", false)]
    public void A_schema_without_restrictions_matches_every_value(string schema, bool isAny) =>
        Assert.Equal(isAny, SmallSchemas.ReadOne(schema).IsAny);

    [Theory]
    [InlineData("false", true)]
    [InlineData("{'not':true}", true)]
    [InlineData("{'allOf':[{'type':'string'},{'type':'integer'}]}", true)]
    [InlineData("{'allOf':[{'enum':['a']},{'enum':['b']}]}", true)]
    [InlineData("{'type':'null'}", false)]
    [InlineData("{'allOf':[false,{'$ref':'#/unknown'}]}", false)]
    [InlineData("{'type':'string'}", false)]
    public void A_schema_can_match_no_value(string schema, bool isNever) => Assert.Equal(isNever, SmallSchemas.ReadOne(schema).IsNever);
}
