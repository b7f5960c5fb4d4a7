using System.Text.RegularExpressions;
using Kajabi.Composer.CommandLine;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Defects are reported with file, position and remedy: as errors for our document, as repaired warnings for others.</summary>
public sealed partial class DefectTests
{
    private const string OverlayHead = "overlay: 1.0.0\ninfo: { title: t, version: '1' }\n";

    private const string Head = "openapi: 3.1.1\ninfo: { title: t, version: '1' }\n";

    public static TheoryData<string, string, int, string> Defects =>
        new()
        {
            { "KC0001", Head + Things("{ $ref: '#/components/schemas/missing' }"), 10, "has no target in this file" },
            { "KC0001", Head + "paths:\n  /v1/things: { $ref: '#/paths/~1v1~1things' }\n", 4, "is circular" },
            {
                "KC0001",
                Head
                    + "paths:\n  /v1/things:\n    get:\n      tags: [Things]\n"
                    + "      responses: { '200': { $ref: '#/paths/~1v1~1things/get/responses/200' } }\n",
                7,
                "is circular"
            },
            { "KC0002", Head + Things("{ type: object }", "{ name: a, in: query }, { name: a, in: query }"), 6, "more than once" },
            { "KC0003", Head + Things("{ type: object, properties: {}, data: {} }"), 10, "`data` is not a schema keyword" },
            {
                "KC0011",
                Head + "paths:\n  /v1/things/{id}:\n    get:\n      tags: [Things]\n      responses: {}\n",
                5,
                "`{id}`, which is not declared as a parameter"
            },
            {
                "KC0024",
                Head + "paths:\n  /v1/{a}/x/{a}:\n    get: { tags: [Things], parameters: [{ name: a, in: path }], responses: {} }\n",
                4,
                "The key `/v1/{a}/x/{a}` is not a valid path: `{a}` occurs more than once in it."
            },
            {
                "KC0024",
                Head
                    + "paths:\n  /v1/{a}/{b}/{b}/{a}:\n"
                    + "    get: { tags: [Things], parameters: [{ name: a, in: path }, { name: b, in: path }], responses: {} }\n",
                4,
                "The key `/v1/{a}/{b}/{b}/{a}` is not a valid path: `{b}` occurs more than once in it."
            },
            {
                "KC0004",
                Head
                    + "paths:\n  /v1/things:\n    get: { tags: [Things], responses: {} }\n"
                    + "  /v2/things:\n    get: { tags: [Things], responses: {} }\n",
                7,
                "would be `ListThings`"
            },
            {
                "KC0004",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: array, items: { type: object, properties: { attributes: "
                            + "{ type: object, properties: { a_b: { type: string }, a.b: { type: string } } } } } } } }"
                    ),
                10,
                "`a_b` and `a.b` of ThingAttributes would be `AB`"
            },
            {
                "KC0008",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: object, properties: { attributes: {}, relationships: "
                            + "{ type: object, properties: { owner: { type: object } } } } } } }"
                    ),
                10,
                "`owner` of things"
            },
            {
                "KC0009",
                Head
                    + Things(
                        "{ type: object, properties: { data: { type: object, properties: { attributes: "
                            + "{ type: object, properties: { untyped: {} } } } } } }"
                    ),
                10,
                "`untyped` of Thing has no single type"
            },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_of_our_document_is_an_error_and_no_document_is_written(string rule, string contract, int line, string problem)
    {
        using Composition strict = Composition.Create(contract);

        string finding = Assert.Single(strict.Findings);
        Match position = Position().Match(finding);
        Assert.Equal((1, null), (strict.ExitCode, strict.Output));
        Assert.Equal(
            ("contract.yaml", line.ToString(System.Globalization.CultureInfo.InvariantCulture), "error", rule),
            (position.Groups[1].Value, position.Groups[2].Value, position.Groups[3].Value, position.Groups[4].Value)
        );
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_of_another_document_is_a_repaired_warning(string rule, string contract, int line, string problem)
    {
        using Composition lenient = Composition.Create(contract, isLenient: true);

        string finding = Assert.Single(lenient.Findings);
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains($"({line},", finding, StringComparison.Ordinal);
        Assert.Contains($"warning {rule}", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
        Assert.NotNull(lenient.Output);
    }

    [Fact]
    public void A_response_with_a_dangling_reference_is_an_object_without_declared_members()
    {
        using Composition lenient = Composition.Create(Head + Things("{ $ref: '#/components/schemas/missing' }"), isLenient: true);

        Assert.Equal("JsonApiObject", (string?)lenient.Operations().Single()["x-csharp"]!["response"]);
    }

    [Theory]
    [InlineData("actions: []", "KC0006", "The overlay must contain")]
    [InlineData(OverlayHead + "actions:\n  - target: $.[\n    description: why\n    update: {}", "KC0006", "is not a JSONPath expression")]
    [InlineData(
        OverlayHead + "actions:\n  - target: $.info\n    description: why\n    update: text",
        "KC0006",
        "update objects with an object"
    )]
    [InlineData(
        OverlayHead + "actions:\n  - target: $.paths['/missing']\n    description: why\n    remove: true",
        "KC0005",
        "matches nothing"
    )]
    public void A_defect_of_the_overlay_is_reported_at_its_position_in_the_overlay(string overlay, string rule, string problem)
    {
        using Composition composition = Composition.Create(Head + Things("{ type: object }"), overlay);

        string finding = Assert.Single(composition.Findings);
        Assert.Contains("overlay.yaml(", finding, StringComparison.Ordinal);
        Assert.Contains($"error {rule}", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [", "not YAML")]
    [InlineData("- a list", "is not a mapping")]
    [InlineData("a: *x", "does not refer to an earlier anchor")]
    [InlineData("{}", "has no `openapi: 3.x`")]
    public void An_invalid_file_has_a_different_exit_code_than_findings(string contract, string problem)
    {
        using Composition composition = Composition.Create(contract);

        Assert.Equal(3, composition.ExitCode);
        Assert.Contains(problem, Assert.Single(composition.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_reported_with_its_name()
    {
        using Composition composition = Composition.FromFiles("missing.yaml", "missing.yaml");

        Assert.Equal(3, composition.ExitCode);
        Assert.Contains("missing.yaml(1,1): error KC0000", Assert.Single(composition.Findings), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"([^/\\]+)\((\d+),\d+\): (\w+) (KC\d{4}): ")]
    private static partial Regex Position();

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
