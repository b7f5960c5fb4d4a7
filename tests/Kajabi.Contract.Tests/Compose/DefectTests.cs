using System.Text.RegularExpressions;

namespace Kajabi.Contract.Tests.Compose;

/// <summary>Each defect is told with file, place and remedy: an error for our contract, a repaired warning for another.</summary>
public sealed partial class DefectTests
{
    private const string Head = "openapi: 3.1.1\ninfo: { title: t, version: '1' }\n";

    public static TheoryData<string, string, int, string> Defects =>
        new()
        {
            { "KC0001", Head + Things("{ $ref: '#/components/schemas/gone' }"), 10, "leads nowhere" },
            { "KC0002", Head + Things("{ type: object }", "{ name: a, in: query }, { name: a, in: query }"), 6, "more than once" },
            { "KC0003", Head + Things("{ type: object, properties: {}, data: {} }"), 10, "`data` is no keyword" },
            {
                "KC0011",
                Head + "paths:\n  /v1/things/{id}:\n    get:\n      tags: [Things]\n      responses: {}\n",
                5,
                "`{id}`, which no parameter declares"
            },
            {
                "KC0004",
                Head
                    + "paths:\n  /v1/things:\n    get: { tags: [Things], responses: {} }\n  /v2/things:\n    get: { tags: [Things], responses: {} }\n",
                7,
                "would be `ListThings`"
            },
            {
                "KC0004",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: array, items: { type: object, properties: { attributes: { type: object, properties: { a_b: { type: string }, a.b: { type: string } } } } } } } }"
                    ),
                4,
                "`a_b` and `a.b` of ThingAttributes would be `AB`"
            },
            {
                "KC0008",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: object, properties: { attributes: {}, relationships: { type: object, properties: { owner: { type: object } } } } } } }"
                    ),
                10,
                "`owner` of things"
            },
            {
                "KC0009",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: object, properties: { attributes: { type: object, properties: { odd: {} } } } } } }"
                    ),
                10,
                "`odd` of Thing has no single type"
            },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_stops_our_own_contract_and_leaves_no_document(string rule, string contract, int line, string problem)
    {
        using Composition strict = Composition.Of(contract);

        string finding = Assert.Single(strict.Findings);
        Match place = Place().Match(finding);
        Assert.Equal((1, null), (strict.ExitCode, strict.Output));
        Assert.Equal(
            ("contract.yaml", line.ToString(System.Globalization.CultureInfo.InvariantCulture), "error", rule),
            (place.Groups[1].Value, place.Groups[2].Value, place.Groups[3].Value, place.Groups[4].Value)
        );
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_in_another_contract_is_a_warning_and_read_in_the_obvious_way(
        string rule,
        string contract,
        int line,
        string problem
    )
    {
        using Composition lenient = Composition.Of(contract, isLenient: true);

        string finding = Assert.Single(lenient.Findings);
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains($"({line},", finding, StringComparison.Ordinal);
        Assert.Contains($"warning {rule}", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
        Assert.NotNull(lenient.Output);
    }

    [Fact]
    public void An_answer_behind_a_dangling_reference_is_an_open_object()
    {
        using Composition lenient = Composition.Of(Head + Things("{ $ref: '#/components/schemas/gone' }"), isLenient: true);

        Assert.Equal("JsonApiObject", (string?)lenient.Operations().Single()["x-response-type"]);
    }

    [Theory]
    [InlineData("actions: []", "KC0006", "An overlay says")]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.info\n    update: {}", "KC0006", "gives its reason")]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.[\n    description: why\n    update: {}", "KC0006", "is no JSONPath")]
    [InlineData("overlay: 1.0.0\nactions:\n  - target: $.info\n    description: why\n    update: text", "KC0006", "updates an object")]
    [InlineData(
        "overlay: 1.0.0\nactions:\n  - target: $.paths['/gone']\n    description: why\n    remove: true",
        "KC0005",
        "matches nothing"
    )]
    public void A_defect_of_the_overlay_is_told_at_its_own_place(string overlay, string rule, string problem)
    {
        using Composition composition = Composition.Of(Head + Things("{ type: object }"), overlay);

        string finding = Assert.Single(composition.Findings);
        Assert.Contains("overlay.yaml(", finding, StringComparison.Ordinal);
        Assert.Contains($"error {rule}", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [", "not YAML")]
    [InlineData("- a list", "no mapping at its root")]
    [InlineData("a: *x", "names no anchor")]
    [InlineData("{}", "says no `openapi")]
    public void A_file_that_cannot_be_understood_is_another_thing_than_one_with_findings(string contract, string problem)
    {
        using Composition composition = Composition.Of(contract);

        Assert.Equal(3, composition.ExitCode);
        Assert.Contains(problem, Assert.Single(composition.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_by_its_name()
    {
        using Composition composition = Composition.OfFiles("gone.yaml", "gone.yaml");

        Assert.Equal(3, composition.ExitCode);
        Assert.Contains("gone.yaml(1,1): error KC0000", Assert.Single(composition.Findings), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"([^/\\]+)\((\d+),\d+\): (\w+) (KC\d{4}): ")]
    private static partial Regex Place();

    private static string Things(string schema, string parameters = "") =>
        $"""
            paths:
              /v1/things:
                get:
                  parameters: [{parameters}]
                  tags: [Things]
                  responses:
                    '200':
                      content: {"{"} application/vnd.api+json: {"{"} schema: {schema} {"}"} {"}"}

            """;
}
