namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Changes of objects, arrays and combinations.</summary>
internal static class StructureEdits
{
    private const string A = "{'type':'object','properties':{'kind':{'const':'a'},'one':{'type':'string'}}}";
    private const string B = "{'type':'object','properties':{'kind':{'const':'b'},'two':{'type':'string'}}}";
    private const string C = "{'type':'object','properties':{'kind':{'const':'c'},'three':{'type':'string'}}}";

    public static IReadOnlyList<SchemaEdit> Objects { get; } =
    [
        new(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'object','properties':{'c':{'type':'string'}}}}}",
            "I optional-property-added",
            "B property-removed",
            ".b"
        ),
        new(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'required':['b']}",
            "N required-property-added",
            "B property-removed",
            ".b"
        ),
        new(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string'}},'required':['a','a']}",
            "N became-required",
            "W became-optional",
            ".a"
        ),
        new("{'type':'object'}", "{'type':'object','required':['a']}", "N became-required", "W became-optional", ".a"),
        new(
            "{'allOf':[{'type':'object','properties':{'a':{'type':'string'}}}]}",
            "{'allOf':[{'type':'object','properties':{'a':{'type':'string'}}},{'required':['a']}]}",
            "N became-required",
            "W became-optional",
            ".a"
        ),
        new(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string','readOnly':true}}}",
            "B became-read-only",
            "I became-not-read-only",
            ".a"
        )
        {
            OnlyFor = "request",
        },
        new(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string','writeOnly':true}}}",
            "B became-write-only",
            "I became-not-write-only",
            ".a"
        )
        {
            OnlyFor = "response",
        },
        new(
            "{'type':'object','properties':{'a':{'type':'string','readOnly':true}}}",
            "{'type':'object','properties':{'a':{'type':'integer','readOnly':true}},'required':['a']}",
            "B type-changed|N became-required",
            "B type-changed|W became-optional",
            ".a"
        )
        {
            OnlyFor = "response",
        },
        new(
            "{'type':'object'}",
            "{'type':'object','additionalProperties':false}",
            "N additional-properties-removed",
            "W additional-properties-added",
            ".*"
        ),
        new(
            "{'type':'object','additionalProperties':{'type':'string'}}",
            "{'type':'object','additionalProperties':false}",
            "N additional-properties-removed",
            "W additional-properties-added",
            ".*"
        ),
        new(
            "{'type':'object','additionalProperties':{}}",
            "{'type':'object','additionalProperties':{'type':'string'}}",
            "N additional-properties-specialized",
            "W additional-properties-generalized",
            ".*"
        ),
        new(
            "{'type':'object','additionalProperties':{'type':'string'}}",
            "{'type':'object','additionalProperties':{'type':'integer'}}",
            "B type-changed",
            "B type-changed",
            ".*"
        ),
        new(
            "{'type':'object'}",
            "{'type':'object','patternProperties':{'^x':{'type':'string'}}}",
            "N pattern-property-specialized",
            "W pattern-property-generalized",
            "./^x/"
        ),
        new(
            "{'type':'object','additionalProperties':false}",
            "{'type':'object','additionalProperties':false,'patternProperties':{'^x':{'type':'string'}}}",
            "W pattern-property-generalized",
            "N pattern-property-specialized",
            "./^x/"
        ),
        new(
            "{'type':'object','propertyNames':{'maxLength':3}}",
            "{'type':'object','propertyNames':{'maxLength':2}}",
            "N max-length-decreased",
            "W max-length-increased",
            ".(name)"
        ),
        new("{'type':'object'}", "{'type':'object','minProperties':1}", "N min-properties-increased", "W min-properties-decreased"),
        new(
            "{'type':'object','maxProperties':1}",
            "{'type':'object','maxProperties':2}",
            "W max-properties-increased",
            "N max-properties-decreased"
        ),
        new(
            "{'type':'object'}",
            "{'type':'object','dependentRequired':{'a':['b']}}",
            "N dependent-required-added",
            "W dependent-required-removed",
            ".a"
        ),
        new(
            "{'type':'object'}",
            "{'type':'object','dependentSchemas':{'a':{'required':['b']}}}",
            "N dependent-schema-added",
            "W dependent-schema-removed"
        ),
        new(
            "{'type':'object','properties':{'first name':{'type':'string'}}}",
            "{'type':'object','properties':{'first name':{'type':'boolean'}}}",
            "B type-changed",
            "B type-changed",
            "['first name']"
        ),
    ];

    public static IReadOnlyList<SchemaEdit> Arrays { get; } =
    [
        new(
            "{'type':'array','items':{'type':'string'}}",
            "{'type':'array','items':{'type':'integer'}}",
            "B type-changed",
            "B type-changed",
            "[]"
        ),
        new("{'type':'array'}", "{'type':'array','items':{'type':'string'}}", "N type-specialized", "W type-generalized", "[]"),
        new(
            "{'type':'array','items':{'type':'array','items':{'type':'object','properties':{'a':{'type':'string'}}}}}",
            "{'type':'array','items':{'type':'array','items':{'type':'object','properties':{'a':{'type':'string','maxLength':2}}}}}",
            "N max-length-decreased",
            "W max-length-increased",
            "[][].a"
        ),
        new(
            "{'type':'array','prefixItems':[{'type':'string'},{'type':'string'}]}",
            "{'type':'array','prefixItems':[{'type':'string'},{'type':'boolean'}]}",
            "B type-changed",
            "B type-changed",
            "[1]"
        ),
        new("{'type':'array'}", "{'type':'array','minItems':1}", "N min-items-increased", "W min-items-decreased"),
        new("{'type':'array','maxItems':5}", "{'type':'array'}", "W max-items-increased", "N max-items-decreased"),
        new("{'type':'array'}", "{'type':'array','uniqueItems':true}", "N unique-items-added", "W unique-items-removed"),
        new("{'type':'array'}", "{'type':'array','contains':{'const':1}}", "N contains-added", "W contains-removed"),
        new(
            "{'type':'array','contains':{'const':1}}",
            "{'type':'array','contains':{'const':1},'minContains':2}",
            "N min-contains-increased",
            "W min-contains-decreased"
        ),
        new(
            "{'type':'array','contains':{'const':1}}",
            "{'type':'array','contains':{'const':1},'maxContains':2}",
            "N max-contains-decreased",
            "W max-contains-increased"
        ),
    ];

    public static IReadOnlyList<SchemaEdit> Combinations { get; } =
    [
        new($"{{'oneOf':[{A},{B}]}}", $"{{'oneOf':[{C},{B},{A}]}}", "W one-of-added", "N one-of-removed"),
        new($"{{'anyOf':[{A},{B}]}}", $"{{'anyOf':[{B},{A},{C}]}}", "W any-of-added", "N any-of-removed"),
        new(A, $"{{'oneOf':[{A},{B}]}}", "W one-of-added", "N one-of-removed"),
        new(
            "{'type':'object','properties':{'a':{},'b':{}}}",
            "{'oneOf':[{'type':'object','properties':{'a':{},'b':{}}},{'type':'object','properties':{'c':{}}}]}",
            "W one-of-added|N one-of-overlap-added",
            "N one-of-removed|W one-of-overlap-removed"
        ),
        new(
            $"{{'oneOf':[{A},{B}]}}",
            $"{{'oneOf':[{B},{A.Replace("'string'", "'integer'", StringComparison.Ordinal)}]}}",
            "B type-changed",
            "B type-changed",
            ".one"
        ),
        new(
            $"{{'allOf':[{{'oneOf':[{A},{B}]}},{{'type':'object'}}]}}",
            $"{{'oneOf':[{A},{B},{C}],'type':'object'}}",
            "W one-of-added",
            "N one-of-removed"
        ),
        new(
            $"{{'oneOf':[{A},{B}]}}",
            $"{{'oneOf':[{B},{A.Replace("'a'", "'x'", StringComparison.Ordinal)}]}}",
            "W enum-value-added|N enum-value-removed",
            "W enum-value-added|N enum-value-removed",
            ".kind"
        ),
        new($"{{'anyOf':[{A},{B}]}}", $"{{'oneOf':[{A},{B}]}}", "N any-of-became-one-of", "W one-of-became-any-of"),
        new(
            "{'type':'object','properties':{'a':{},'b':{}}}",
            "{'type':'object','properties':{'a':{},'b':{}},'anyOf':[{'required':['a']},{'required':['b']}]}",
            "N alternatives-added",
            "W alternatives-removed"
        ),
        new(
            "{'type':'object','allOf':["
                + "{'oneOf':[{'required':['a']},{'required':['b']}]},{'anyOf':[{'required':['c']},{'required':['d']}]}]}",
            "{'type':'object','anyOf':[{'required':['c']},{'required':['d']}]}",
            "W alternatives-removed",
            "N alternatives-added"
        ),
        new(
            $"{{'oneOf':[{A},{B}]}}",
            $"{{'oneOf':[{A},{B}],'discriminator':{{'propertyName':'kind'}}}}",
            "N discriminator-added",
            "W discriminator-removed"
        ),
        new(
            $"{{'oneOf':[{A},{B}],'discriminator':{{'propertyName':'kind'}}}}",
            $"{{'oneOf':[{A},{B}],'discriminator':{{'propertyName':'sort'}}}}",
            "B discriminator-property-name-changed",
            "B discriminator-property-name-changed"
        ),
        new(
            "{'type':'object','discriminator':{'propertyName':'type','mapping':{'x':'hooks_attributes'}}}",
            "{'type':'object','discriminator':{'propertyName':'type',"
                + "'mapping':{'x':'#/components/schemas/hooks_attributes','y':'offers_attributes'}}}",
            "W discriminator-mapping-added",
            "N discriminator-mapping-deleted"
        ),
        new(
            "{'type':'object','discriminator':{'propertyName':'type','mapping':{'x':'hooks_attributes'}}}",
            "{'type':'object','discriminator':{'propertyName':'type','mapping':{'x':'offers_attributes'}}}",
            "B discriminator-mapping-changed",
            "B discriminator-mapping-changed"
        ),
        new("{'type':'string'}", "{'type':'string','not':{'const':'a'}}", "N not-added", "W not-removed"),
        new("{'type':'string','not':{'const':'a'}}", "{'type':'string','not':{'const':'b'}}", "B not-changed", "B not-changed"),
        new(
            "{'type':'object'}",
            "{'type':'object','if':{'required':['a']},'then':{'required':['b']}}",
            "N condition-added",
            "W condition-removed"
        ),
        new(
            "{'type':'object','if':{'required':['a']},'then':{'required':['b']}}",
            "{'type':'object','if':{'required':['a']},'then':{'required':['c']}}",
            "B condition-changed",
            "B condition-changed"
        ),
    ];
}
