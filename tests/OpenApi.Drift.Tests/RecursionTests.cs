using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests;

/// <summary>Tests recursive schemas and dangling references.</summary>
public sealed class RecursionTests
{
    private const string Use = "{'$ref':'#/components/schemas/Node'}";

    [Fact]
    public void A_change_in_a_recursive_schema_is_found_once_for_each_entry()
    {
        static string Node(string type) =>
            $"{{'Node':{{'type':'object','properties':{{'name':{{'type':'{type}'}},'next':{Use},"
            + $"'all':{{'type':'array','items':{Use}}}}}}}}}";

        Assert.Equal(
            [
                "request-property-type-changed breaking application/json name",
                "response-property-type-changed breaking 200 application/json name",
            ],
            SmallContract.Findings(SmallContract.WithSchema(Use, Node("string")), SmallContract.WithSchema(Use, Node("integer")))
        );
    }

    [Fact]
    public void A_change_in_mutually_recursive_schemas_has_a_path_from_each_entry()
    {
        static string Pair(string type) =>
            "{'Node':{'type':'object','properties':{'leaf':{'$ref':'#/components/schemas/Leaf'}}},"
            + $"'Leaf':{{'type':'object','properties':{{'size':{{'type':'{type}'}},'node':{Use}}}}}}}";
        const string Both =
            "{'type':'object','properties':{'first':{'$ref':'#/components/schemas/Node'},'second':{'$ref':'#/components/schemas/Leaf'}}}";

        IEnumerable<string> found = SmallContract.Findings(
            SmallContract.WithSchema(Both, Pair("string")),
            SmallContract.WithSchema(Both, Pair("integer"))
        );

        Assert.Equal(
            [
                "request-property-type-changed breaking application/json first.leaf.size",
                "request-property-type-changed breaking application/json second.size",
                "response-property-type-changed breaking 200 application/json first.leaf.size",
                "response-property-type-changed breaking 200 application/json second.size",
            ],
            found
        );
    }

    [Theory]
    [InlineData("{'Node':{'allOf':[{'$ref':'#/components/schemas/Node'},{'type':'object'}]}}")]
    [InlineData("{'Node':{'$ref':'#/components/schemas/Node'}}")]
    [InlineData("{'Node':{'anyOf':[{'$ref':'#/components/schemas/Node'},{'type':'string'}]}}")]
    [InlineData(
        "{'Node':{'oneOf':[{'$ref':'#/components/schemas/Other'},{'type':'string'}]},"
            + "'Other':{'oneOf':[{'$ref':'#/components/schemas/Node'},{'type':'integer'}]}}"
    )]
    [InlineData("{'Node':{'not':{'$ref':'#/components/schemas/Node'}}}")]
    [InlineData(
        "{'Node':{'type':'object','properties':{'a':{'allOf':[{'$ref':'#/components/schemas/Node'},"
            + "{'$ref':'#/components/schemas/Other'}]}}},"
            + "'Other':{'properties':{'a':{'allOf':[{'$ref':'#/components/schemas/Other'},{'$ref':'#/components/schemas/Node'}]}}}}"
    )]
    [InlineData(
        "{'Node':{'type':'array','items':{'anyOf':[{'type':'object',"
            + "'properties':{'x':{'$ref':'#/components/schemas/Node'}}},"
            + "{'type':'object','properties':{'y':{'$ref':'#/components/schemas/Node'}}}]}}}"
    )]
    public void Every_recursion_ends(string components) =>
        Assert.Empty(SmallContract.Findings(SmallContract.WithSchema(Use, components), SmallContract.WithSchema(Use, components)));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'Node':{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}}")]
    public void A_dangling_reference_is_a_defect_but_not_drift(string components)
    {
        DriftReport report = SmallContract.Compare(SmallContract.WithSchema(Use), SmallContract.WithSchema(Use, components));

        Assert.Empty(report.Findings);
        Assert.Contains(report.Defects, static defect => defect.Rule.Id == "KC0001" && defect.Location.Position!.File == "base.yaml");
    }

    [Fact]
    public void An_undeclared_path_parameter_is_a_defect_but_not_drift()
    {
        const string Declared =
            "{'/a/{x}':{'get':{'parameters':[{'name':'x','in':'path','required':true,'schema':{'type':'string'}}],'responses':{}}}}";
        const string Undeclared = "{'/a/{x}':{'get':{'responses':{}}}}";

        DriftReport report = SmallContract.Compare(SmallContract.WithPaths(Declared), SmallContract.WithPaths(Undeclared));

        Assert.Empty(report.Findings);
        Assert.Equal("KC0011", Assert.Single(report.Defects).Rule.Id);
    }

    [Fact]
    public void Adding_the_missing_targets_of_references_is_not_drift()
    {
        const string Paths =
            "{'/a':{'get':{'security':[{'Key':[]}],'parameters':[{'$ref':'#/components/parameters/Sort'}],"
            + "'responses':{'200':{'$ref':'#/components/responses/Ok'}}}}}";
        const string Components =
            "{'parameters':{'Sort':{'name':'sort','in':'query','required':true}},"
            + "'responses':{'Ok':{'content':{'application/json':{}}}},"
            + "'securitySchemes':{'Key':{'type':'http','scheme':'bearer'}}}";

        DriftReport report = SmallContract.Compare(SmallContract.WithPaths(Paths), SmallContract.WithPaths(Paths, Components));

        Assert.Empty(report.Findings);
        Assert.Equal(3, report.Defects.Count);
    }

    [Fact]
    public void Exclusions_that_share_parts_on_every_level_are_read_once()
    {
        static string Reference(int level) => $"{{'$ref':'#/components/schemas/L{level}'}}";
        IEnumerable<string> levels = Enumerable
            .Range(0, 40)
            .Select(static level => $"'L{level}':{{'not':{{'oneOf':[{Reference(level + 1)},{{'not':{Reference(level + 1)}}}]}}}}");
        JObject contract = SmallContract.WithSchema(Reference(0), $"{{{string.Join(',', levels)},'L40':{{'type':'string'}}}}");

        Assert.Empty(SmallContract.Findings(contract, (JObject)contract.DeepClone()));
    }
}
