using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests;

/// <summary>Tests schemas that are equivalent in different notations, and schemas that only look equivalent.</summary>
public sealed class SchemaEquivalenceTests
{
    private const string Pet = "{'type':'object','properties':{'name':{'type':'string'}},'required':['name']}";

    [Theory]
    [InlineData("{'type':['string','integer']}", "{'anyOf':[{'type':'integer'},{'type':'string'}]}")]
    [InlineData(
        "{'type':['string','integer'],'minLength':2,'minimum':3}",
        "{'oneOf':[{'type':'integer','minimum':3},{'type':'string','minLength':2}]}"
    )]
    [InlineData("{'type':'string','nullable':true,'enum':['a']}", "{'type':['string','null'],'enum':['a',null]}")]
    [InlineData("{'enum':['a',null]}", "{'anyOf':[{'const':'a'},{'const':null}]}")]
    [InlineData("{'enum':['a','b']}", "{'type':'string','enum':['b','a']}")]
    [InlineData("{'type':['string','integer'],'enum':['a','b']}", "{'oneOf':[{'const':'b','title':'B'},{'const':'a','title':'A'}]}")]
    [InlineData("{'$ref':'#/components/schemas/Pet','nullable':true}", "{'anyOf':[{'$ref':'#/components/schemas/Pet'},{'type':'null'}]}")]
    [InlineData(
        "{'allOf':[{'$ref':'#/components/schemas/Pet'}],'nullable':true}",
        "{'oneOf':[{'type':'null'},{'$ref':'#/components/schemas/Pet'}]}"
    )]
    [InlineData("{'type':['string']}", "{'type':'string','not':{'type':'null'}}")]
    [InlineData("{'type':'integer','minimum':1}", "{'type':'integer','exclusiveMinimum':0}")]
    [InlineData("{'type':'integer','maximum':9}", "{'type':'integer','maximum':10,'exclusiveMaximum':true}")]
    [InlineData(
        "{'type':'integer','exclusiveMinimum':79228162514264337593543950335}",
        "{'allOf':[{'type':'integer','minimum':79228162514264337593543950335},{'exclusiveMinimum':79228162514264337593543950335}]}"
    )]
    [InlineData(
        "{'type':'integer','exclusiveMaximum':-79228162514264337593543950335}",
        "{'type':'integer','maximum':-79228162514264337593543950335,'exclusiveMaximum':true}"
    )]
    [InlineData("{'type':'integer'}", "{'type':'integer','multipleOf':1}")]
    [InlineData("{'type':['integer','number']}", "{'type':'number'}")]
    [InlineData("{'type':'number','minimum':1,'default':1.0}", "{'type':'number','minimum':1.0,'default':1}")]
    [InlineData("{'type':'integer','maxLength':3,'pattern':'a'}", "{'type':'integer','minProperties':2}")]
    [InlineData("{}", "true")]
    [InlineData("{'type':'object','additionalProperties':true}", "{'type':'object','additionalProperties':{}}")]
    [InlineData("{'type':'object','additionalProperties':false}", "{'type':'object','additionalProperties':{'not':{}}}")]
    [InlineData("{'type':'object','additionalProperties':false}", "{'type':'object','unevaluatedProperties':false}")]
    [InlineData("{'type':'array','items':{}}", "{'type':'array'}")]
    [InlineData(
        "{'type':'array','prefixItems':[{'type':'string'}],'items':false}",
        "{'type':'array','items':[{'type':'string'}],'additionalItems':false}"
    )]
    [InlineData(
        "{'allOf':[{'type':'object','properties':{'a':{'type':'string'}}},{'required':['a'],'properties':{'a':{'maxLength':3}}}]}",
        "{'type':'object','properties':{'a':{'type':'string','maxLength':3}},'required':['a']}"
    )]
    [InlineData("{'allOf':[{'minimum':1},{'minimum':3},{'type':'number'}]}", "{'type':'number','minimum':3}")]
    [InlineData("{'allOf':[{'enum':['a','b']},{'enum':['b','c']}]}", "{'const':'b'}")]
    [InlineData(
        "{'allOf':[{'oneOf':[{'$ref':'#/components/schemas/Pet'},{'type':'string'}]}]}",
        "{'oneOf':[{'type':'string'},{'type':'object','required':['name'],'properties':{'name':{'type':'string'}}}]}"
    )]
    [InlineData(
        "{'$ref':'#/components/schemas/Pet','required':['age']}",
        "{'allOf':[{'$ref':'#/components/schemas/Pet'},{'required':['age','name']}]}"
    )]
    [InlineData(
        "{'$ref':'#/components/schemas/JsonTree'}",
        "{'type':'object','properties':{'children':{'type':'array','items':{'$ref':'#/components/schemas/JsonTree'}}}}"
    )]
    [InlineData("{'type':'object','dependentRequired':{'a':['b','c']}}", "{'type':'object','dependentRequired':{'a':['c','b','b']}}")]
    [InlineData("{'not':{'enum':['a','b']}}", "{'not':{'type':'string','enum':['b','a']}}")]
    [InlineData("{'if':{'required':['a']}}", "{}")]
    [InlineData("{'anyOf':[{'type':'string'},{}]}", "{}")]
    [InlineData("{'allOf':[{'type':'integer','multipleOf':4},{'multipleOf':6}]}", "{'type':'integer','multipleOf':12}")]
    [InlineData("{'allOf':[{'type':'number','multipleOf':0.2},{'multipleOf':0.3}]}", "{'type':'number','multipleOf':0.6}")]
    [InlineData("{'type':'string','format':'byte'}", "{'type':'string','contentEncoding':'base64'}")]
    [InlineData("{'type':'string','format':'binary'}", "{'type':'string','contentMediaType':'application/octet-stream'}")]
    [InlineData("{'type':'string','pattern':'.*'}", "{'type':'string'}")]
    [InlineData("{'type':'array','contains':{'const':1},'minContains':0}", "{'type':'array'}")]
    [InlineData("{'type':'object','propertyNames':{'type':'string'}}", "{'type':'object'}")]
    [InlineData(
        "{'oneOf':[{'$ref':'#/components/schemas/Pet'},{'oneOf':[{'type':'string','maxLength':3},{'type':'string','minLength':5}]}]}",
        "{'oneOf':[{'type':'string','minLength':5},{'$ref':'#/components/schemas/Pet'},{'type':'string','maxLength':3}]}"
    )]
    [InlineData(
        "{'allOf':[{'type':'object'},{'oneOf':[{'required':['a']},{'required':['b']}]},{'anyOf':[{'required':['c']},{'required':['d']}]}]}",
        "{'allOf':[{'anyOf':[{'required':['d']},{'required':['c']}]},{'oneOf':[{'required':['a']},{'required':['b']}]},{'type':'object'}]}"
    )]
    [InlineData(
        "{'type':'object','anyOf':[{'properties':{'a':{}}},{'properties':{'b':{}}}]}",
        "{'anyOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}}]}"
    )]
    public void Equivalent_schemas_have_no_findings(string one, string other)
    {
        const string Components =
            "{'Pet':"
            + Pet
            + ",'JsonTree':{'type':'object','properties':{'children':{'type':'array','items':{'$ref':'#/components/schemas/JsonTree'}}}}}";

        Assert.Equal([], SmallContract.Findings(SmallContract.WithSchema(one, Components), SmallContract.WithSchema(other, Components)));
        Assert.Equal([], SmallContract.Findings(SmallContract.WithSchema(other, Components), SmallContract.WithSchema(one, Components)));
    }

    [Theory]
    [InlineData("{'type':['string','null'],'enum':['a',null]}", "{'type':['string','null'],'enum':['a']}", "became-not-nullable")]
    [InlineData("{'type':['string','null']}", "{'allOf':[{'type':['string','null']},{'type':'string'}]}", "became-not-nullable")]
    [InlineData(
        "{'type':'object','additionalProperties':false}",
        "{'type':'object','additionalProperties':{'type':'string'}}",
        "additional-properties-added"
    )]
    [InlineData("{'type':'number'}", "{'type':['integer','string']}", "type-changed")]
    [InlineData("{'type':'string'}", "false", "type-specialized")]
    [InlineData(
        "{'oneOf':[{'type':'string','maxLength':3},{'type':'string','pattern':'a'}]}",
        "{'anyOf':[{'type':'string','maxLength':3},{'type':'string','pattern':'a'}]}",
        "one-of-became-any-of"
    )]
    [InlineData(
        "{'anyOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}}]}",
        "{'type':'boolean'}",
        "type-changed"
    )]
    [InlineData(
        "{'oneOf':[{'type':'object','properties':{'a':{}}},{'type':'object','properties':{'b':{}}}]}",
        "{'oneOf':[{'type':'object','properties':{'b':{}}},{'type':'string'},{'type':'object','properties':{'a':{}}}]}",
        "one-of-added"
    )]
    [InlineData("{'type':'string','enum':['1']}", "{'type':'integer','enum':[1]}", "type-changed")]
    public void Different_schemas_have_a_finding(string one, string other, string change)
    {
        IEnumerable<string> found = SmallContract
            .Compare(SmallContract.WithSchema(one), SmallContract.WithSchema(other))
            .Findings.Select(static finding => finding.Rule.Id[(finding.Rule.Id.IndexOf('-', StringComparison.Ordinal) + 1)..])
            .Distinct();

        Assert.Contains(change, Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Keywords_beside_a_reference_are_ignored_in_OpenAPI_3_0_but_not_in_3_1()
    {
        const string Components = "{'Pet':" + Pet + "}";
        const string Alone = "{'$ref':'#/components/schemas/Pet'}";
        const string Beside = "{'$ref':'#/components/schemas/Pet','minProperties':2}";

        Assert.Empty(
            SmallContract.Findings(
                SmallContract.WithSchema(Alone, Components, "3.0.3"),
                SmallContract.WithSchema(Beside, Components, "3.0.3")
            )
        );
        Assert.Equal(
            [
                "request-body-min-properties-increased breaking application/json",
                "response-body-min-properties-increased info 200 application/json",
            ],
            SmallContract.Findings(SmallContract.WithSchema(Alone, Components), SmallContract.WithSchema(Beside, Components))
        );
    }
}
