namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Changes of single values.</summary>
internal static class ValueEdits
{
    public static IReadOnlyList<SchemaEdit> All { get; } =
    [
        new("{'type':'string'}", "{'type':'integer'}", "B type-changed", "B type-changed"),
        new("{'type':'string'}", "{'type':'array','items':{'type':'string'},'minItems':1}", "B type-changed", "B type-changed")
        {
            // A list with one value is written like the value.
            ForwardInQuery = "W type-generalized",
        },
        new("{'type':'object','properties':{'a':{'type':'string'}}}", "{'type':['string','null']}", "B type-changed", "B type-changed"),
        new("{'type':['string','integer']}", "{'type':'string'}", "N type-specialized", "W type-generalized"),
        new("{'type':['string','integer']}", "{'type':['string','boolean']}", "B type-changed", "B type-changed"),
        new("{'type':'number'}", "{'type':'integer'}", "N type-specialized", "W type-generalized"),
        new("{'type':'number','format':'double'}", "{'type':'integer','format':'int64'}", "N type-specialized", "W type-generalized"),
        new("{}", "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}", "N type-specialized", "W type-generalized"),
        new("true", "{'type':'string','maxLength':3}", "N type-specialized", "W type-generalized"),
        new("{'type':'string'}", "{'type':['string','null']}", "W became-nullable", "N became-not-nullable"),
        new("{'type':'string'}", "{'type':'string','nullable':true}", "W became-nullable", "N became-not-nullable"),
        new("{'type':'string'}", "{'anyOf':[{'type':'string'},{'type':'null'}]}", "W became-nullable", "N became-not-nullable"),
        new(
            "{'type':'object','properties':{'a':{}}}",
            "{'oneOf':[{'type':'null'},{'type':'object','properties':{'a':{}}}]}",
            "W became-nullable",
            "N became-not-nullable"
        ),
        new("{'enum':['a','b']}", "{'enum':['a','b',null]}", "W became-nullable", "N became-not-nullable"),
        new(
            "{'type':'string','enum':['a']}",
            "{'type':'string','enum':['a'],'nullable':true}",
            "W became-nullable",
            "N became-not-nullable"
        ),
        new("{'type':'string'}", "{'type':'string','format':'date-time'}", "N format-added", "W format-removed"),
        new("{'type':'string','format':'date'}", "{'type':'string','format':'date-time'}", "B format-changed", "B format-changed"),
        new("{'type':'integer','format':'int32'}", "{'type':'integer','format':'int64'}", "W format-generalized", "N format-specialized"),
        new("{'type':'integer','format':'int16'}", "{'type':'integer','format':'int64'}", "W format-generalized", "N format-specialized"),
        new(
            "{'oneOf':[{'type':'string','format':'date'},{'type':'integer'}]}",
            "{'oneOf':[{'type':'string','format':'date'},{'type':'integer','format':'int64'}]}",
            "N format-added",
            "W format-removed"
        ),
        new(
            "{'oneOf':[{'type':'string','format':'date'},{'type':'integer','format':'int32'}]}",
            "{'oneOf':[{'type':'string','format':'date'},{'type':'integer','format':'int64'}]}",
            "W format-generalized",
            "N format-specialized"
        ),
        new("{'type':'string','format':'byte'}", "{'type':'string'}", "W format-removed", "N format-added"),
        new("{'type':'string'}", "{'type':'string','enum':['a','b']}", "N became-enum", "W enum-removed"),
        new("{'type':'string','enum':['a','b']}", "{'type':'string','enum':['b','c','a']}", "W enum-value-added", "N enum-value-removed"),
        new("{'const':'a'}", "{'enum':['b','a']}", "W enum-value-added", "N enum-value-removed"),
        new(
            "{'oneOf':[{'const':'a','title':'A'},{'const':'b'}]}",
            "{'type':'string','enum':['a','b','c']}",
            "W enum-value-added",
            "N enum-value-removed"
        ),
        new("{'type':'string'}", "{'type':'string','default':'a'}", "S default-value-added", "S default-value-removed"),
        new("{'type':'integer','default':1}", "{'type':'integer','default':2}", "S default-value-changed", "S default-value-changed"),
        new("{'type':'integer'}", "{'type':'integer','minimum':1}", "N min-increased", "W min-decreased"),
        new("{'type':'number','minimum':1.0}", "{'type':'number','minimum':2}", "N min-increased", "W min-decreased"),
        new("{'type':'number','minimum':1}", "{'type':'number','exclusiveMinimum':1}", "N min-increased", "W min-decreased"),
        new("{'type':'integer','maximum':9}", "{'type':'integer'}", "W max-increased", "N max-decreased"),
        new("{'type':'number','maximum':9,'exclusiveMaximum':true}", "{'type':'number','maximum':9}", "W max-increased", "N max-decreased"),
        new("{'type':'number'}", "{'type':'number','multipleOf':5}", "N multiple-of-specialized", "W multiple-of-generalized"),
        new(
            "{'type':'number','multipleOf':5}",
            "{'type':'number','multipleOf':10}",
            "N multiple-of-specialized",
            "W multiple-of-generalized"
        ),
        new(
            "{'allOf':[{'type':'number','multipleOf':4},{'multipleOf':6}]}",
            "{'type':'number','multipleOf':24}",
            "N multiple-of-specialized",
            "W multiple-of-generalized"
        ),
        new("{'type':'number','multipleOf':4}", "{'type':'number','multipleOf':6}", "B multiple-of-changed", "B multiple-of-changed"),
        new("{'type':'string'}", "{'type':'string','minLength':1}", "N min-length-increased", "W min-length-decreased"),
        new("{'type':'string','maxLength':9}", "{'type':'string'}", "W max-length-increased", "N max-length-decreased"),
        new(
            "{'type':['string','null'],'maxLength':9}",
            "{'anyOf':[{'type':'string','maxLength':10},{'type':'null'}]}",
            "W max-length-increased",
            "N max-length-decreased"
        ),
        new("{'type':'string'}", "{'type':'string','pattern':'^a'}", "N pattern-added", "W pattern-removed"),
        new("{'type':'string','pattern':'^a'}", "{'type':'string','pattern':'^b'}", "B pattern-changed", "B pattern-changed"),
        new(
            "{'type':'string'}",
            "{'type':'string','contentEncoding':'base64'}",
            "B content-encoding-changed",
            "B content-encoding-changed"
        ),
        new(
            "{'type':'string','contentMediaType':'image/png'}",
            "{'type':'string','contentMediaType':'image/jpeg'}",
            "B content-media-type-changed",
            "B content-media-type-changed"
        ),
        new("{'type':'string'}", "{'type':'string','deprecated':true}", "I deprecated", "I reactivated"),
    ];
}
