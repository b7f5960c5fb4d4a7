using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Configuration;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Lint;

/// <summary>Errors within an OpenAPI document are reported with location, rule and remedy. Valid documents have no findings.</summary>
public sealed class LintTests : IDisposable
{
    private const string Id = "{ name: id, in: path, required: true }";

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-lint-").FullName;

    public static TheoryData<string, string, string, int> Defects =>
        new()
        {
            {
                "KC0001",
                Contracts.WithSchema("{ $ref: '#/components/schemas/missing' }"),
                "/responses/200/content/application~1vnd.api+json/schema/$ref",
                9
            },
            {
                "KC0001",
                Contracts.WithSchema("{ $ref: 'other.yaml#/thing' }"),
                "/responses/200/content/application~1vnd.api+json/schema/$ref",
                9
            },
            {
                "KC0001",
                Contracts.WithSchema(Contracts.ValidSchema) + "    round: { $ref: '#/components/schemas/round' }\n",
                "/components/schemas/round/$ref",
                15
            },
            { "KC0001", Contracts.WithParameters($"[{Id}, {{ $ref: '#/components/parameters/missing' }}]"), "/parameters/1/$ref", 7 },
            {
                "KC0001",
                Contracts.Create("/v1/things", "[]", "'204': { description: d }", more: "security: [{ undeclared: [] }]"),
                "/security/0/undeclared",
                15
            },
            { "KC0002", Contracts.WithParameters($"[{Id}, {{ name: a, in: query }}, {{ name: a, in: query }}]"), "/parameters/query a", 7 },
            {
                "KC0002",
                Contracts.WithParameters($"[{Id}, {{ $ref: '#/components/parameters/page' }}, {{ name: 'page[number]', in: query }}]"),
                "/parameters/query page[number]",
                7
            },
            {
                "KC0003",
                Contracts.WithAttribute("{ type: object, properties: {}, length: 4 }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name/length",
                9
            },
            { "KC0011", Contracts.WithParameters("[]"), "", 5 },
            {
                "KC0013",
                Contracts.WithAttribute("{ type: string, type: integer }"),
                "paths['/v1/things'].get.responses.200.content['application/vnd.api+json'].schema"
                    + ".properties.data.properties.attributes.properties.name.type",
                9
            },
            { "KC0014", Contracts.WithParameters($"[{Id}, {{ name: other, in: path, required: true }}]"), "/parameters/path other", 7 },
            { "KC0015", Contracts.Create("/v1/things", "[]", "'200': { description: d }"), "/responses/200", 9 },
            {
                "KC0015",
                Contracts.Create("/v1/things", "[]", "'201': { description: d, content: { application/json: {} } }"),
                "/responses/201",
                9
            },
            {
                "KC0016",
                Contracts.WithAttribute("{ type: [string, 'null'], nullable: false }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name",
                9
            },
            {
                "KC0016",
                Contracts.WithAttribute("{ type: string, enum: [a, null] }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name",
                9
            },
            {
                "KC0016",
                Contracts.WithAttribute("{ type: string, default: null }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name",
                9
            },
            {
                "KC0016",
                Contracts.WithAttribute("{ type: string, nullable: 'yes' }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name",
                9
            },
            {
                "KC0017",
                Contracts.WithSchema(
                    "{ type: object, properties: { type: object, data: { type: object, properties: { attributes: { type: object } } } } }"
                ),
                "/responses/200/content/application~1vnd.api+json/schema/properties/type",
                9
            },
            {
                "KC0019",
                Contracts.WithAttribute("{ type: string, format: 5 }"),
                "/responses/200/content/application~1vnd.api+json/schema/properties/data/properties/attributes/properties/name/format",
                9
            },
            { "KC0019", Contracts.Create("/v1/things", "[]", "'204': { description: [] }"), "/responses/204/description", 9 },
            { "KC0018", Contracts.WithSchema("{ type: string }"), "/responses/200/content/application~1vnd.api+json/schema", 9 },
        };

    public static TheoryData<string> ValidContracts =>
        new()
        {
            Contracts.WithSchema(Contracts.ValidSchema),
            Contracts.WithParameters($"[{Id}, {{ $ref: '#/components/parameters/page' }}]"),
            Contracts.WithParameters($"[{Id}, {{ name: id, in: query }}]"),
            Contracts.WithAttribute("{ type: [string, 'null'], nullable: true, enum: [a, null] }"),
            Contracts.WithAttribute("{ type: string, nullable: true, default: null }"),
            Contracts.WithAttribute(
                "{ type: object, properties: "
                    + "{ required: { type: boolean }, type: { type: string }, properties: { type: string }, $ref: { type: string } } }"
            ),
            Contracts.WithAttribute("{ type: string, example: { $ref: '#/nowhere', type: 4, required: x } }"),
            Contracts
                .WithSchema("{ $ref: '#/paths/~1v1~1things/get/x-schemas/0' }")
                .Replace("tags: [Things]", $"tags: [Things]\n      x-schemas: [{Contracts.ValidSchema}]", StringComparison.Ordinal),
            Contracts.Create("/v1/things", "[]", "'204': { description: d }"),
            Contracts.Create("/v1/things/{id}", $"[{Id}]", "'200': { description: d }", method: "delete"),
            Contracts.Create("/v1/things", "[]", "'404': { description: d }"),
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_is_reported_once_with_its_rule_location_and_remedy(string rule, string contract, string location, int line)
    {
        (int exitCode, JObject report) = Lint(contract);

        JToken finding = Assert.Single(report["findings"]!);
        Assert.Equal((1, rule, location, line), (exitCode, (string?)finding["id"], (string?)finding["location"], (int)finding["line"]!));
        Assert.EndsWith(".", (string?)finding["message"], StringComparison.Ordinal);
        Assert.Equal(
            location.StartsWith("/components", StringComparison.Ordinal)
            || location.StartsWith("/security", StringComparison.Ordinal)
            || rule == "KC0013"
                ? string.Empty
                : Operation(contract),
            (string?)finding["operation"]
        );
    }

    [Theory]
    [MemberData(nameof(ValidContracts))]
    public void A_valid_document_has_no_findings(string contract)
    {
        (int exitCode, JObject report) = Lint(contract);

        Assert.Empty(report["findings"]!);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Paths_that_differ_only_in_a_parameter_and_invalid_sunset_dates_are_reported()
    {
        const string Other =
            "  /v1/things/{key}: { get: { tags: [Things], parameters: [{ name: key, in: path, required: true, schema: { type: string } }], "
            + "responses: { '204': { description: d } }, x-sunset: soon } }\n";
        string contract = Contracts.WithParameters($"[{Id}]").Replace("paths:\n", "paths:\n" + Other, StringComparison.Ordinal);

        (_, JObject report) = Lint(contract);

        IEnumerable<JToken> findings = report["findings"]!.Where(static finding => (string)finding["id"]! is "KC0030" or "KC0031");
        Assert.Equal(
            [("KC0030", string.Empty), ("KC0031", "GET /v1/things/{key}")],
            findings.Select(static finding => ((string)finding["id"]!, (string)finding["operation"]!)).Order()
        );
        Assert.All(findings, static finding => Assert.True((int)finding["line"]! > 1));
    }

    [Fact]
    public void Equal_defects_in_one_location_are_one_finding_with_a_count()
    {
        JToken finding = Assert.Single(
            Lint(Contracts.WithParameters($"[{Id}, {string.Join(", ", Enumerable.Repeat("{ name: include, in: query }", 6))}]")).Report[
                "findings"
            ]!
        );

        Assert.Equal(("KC0002", 5), ((string?)finding["id"], (int)finding["count"]!));
    }

    [Fact]
    public void The_fingerprint_of_a_finding_does_not_change_with_neighboring_elements()
    {
        string duplicate = "{ name: a, in: query }, { name: a, in: query }";

        JToken alone = Lint(Contracts.WithParameters($"[{Id}, {duplicate}]")).Report["findings"]![0]!;
        JToken later = Lint(
            Contracts
                .WithParameters($"[{Id}, {{ name: b, in: query }}, {duplicate}]")
                .Replace("paths:", "tags: []\npaths:", StringComparison.Ordinal)
        ).Report["findings"]![0]!;

        Assert.NotEqual((int)alone["line"]!, (int)later["line"]!);
        Assert.Equal((string?)alone["fingerprint"], (string?)later["fingerprint"]);
    }

    [Fact]
    public void Each_duplicate_name_has_its_own_finding()
    {
        const string Attributes = "a_b: { type: string }, a.b: { type: string }, c_d: { type: string }, c.d: { type: string }";

        JToken[] findings =
        [
            .. Lint(
                Contracts.WithSchema(Contracts.ValidSchema.Replace("name: { type: string }", Attributes, StringComparison.Ordinal))
            ).Report["findings"]!,
        ];

        Assert.Equal(["KC0004", "KC0004"], findings.Select(static finding => (string?)finding["id"]));
        Assert.Equal(2, findings.Select(static finding => (string?)finding["location"]).Distinct().Count());
        Assert.Equal(2, findings.Select(static finding => (string?)finding["fingerprint"]).Distinct().Count());
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("- a list")]
    [InlineData("swagger: '2.0'\npaths: {}")]
    [InlineData("openapi: 3.1.1\ninfo: {}")]
    public void A_file_that_is_not_an_OpenAPI_document_has_a_different_exit_code_than_findings(string contract) =>
        Assert.Equal(3, Lint(contract).ExitCode);

    [Fact]
    public void Our_document_has_only_accepted_findings()
    {
        string contract = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");
        string folder = Path.GetDirectoryName(contract)!;

        (int exitCode, JObject report) = LintFile(contract, Path.Combine(folder, "overlay.yaml"), CheckConfiguration.Find(contract));

        Assert.Empty(report["findings"]!);
        Assert.Empty(report["defects"]!);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void An_overlay_action_without_a_reason_is_reported_with_its_line()
    {
        string contract = Write("contract.yaml", Contracts.WithSchema(Contracts.ValidSchema));
        string overlay = Write(
            "overlay.yaml",
            """
            overlay: 1.0.0
            info: { title: t, version: '1' }
            actions:
              - { target: $.info, description: A reason., update: { title: a } }
              - { target: $.info, update: { title: b } }
              - { target: $, description: ' ', x-optionl: true, update: { info: { title: c } } }
            """
        );

        (int exitCode, JObject report) = LintFile(contract, overlay, null);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [("KC0026", 5, overlay), ("KC0026", 6, overlay), ("KC0033", 6, overlay)],
            report["findings"]!.Select(finding => ((string?)finding["id"], (int)finding["line"]!, (string?)finding["file"])).Order()
        );
    }

    [Fact]
    public void A_malformed_overlay_fails_even_if_no_finding_does()
    {
        string contract = Write("contract.yaml", Contracts.WithSchema(Contracts.ValidSchema));
        string overlay = Write("overlay.yaml", "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions: []\n");
        using StringWriter errors = new();

        int exitCode = LintCommand.Run(
            contract,
            overlay,
            new ReportSettings(ReportFormat.Json, null, FailOn.None, null),
            TextWriter.Null,
            errors
        );

        Assert.Equal(3, exitCode);
        Assert.Contains("overlay.yaml(3,10): error KC0006", errors.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("openapi-1.0.1.yaml")]
    [InlineData("openapi-1.1.0.yaml")]
    public void The_defects_of_the_vendors_file_are_reported(string file)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        string folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

        (int exitCode, JObject report) = LintFile(
            Path.Combine(ReferenceFolder.Path, "vendor", file),
            Path.Combine(folder, "overlay.yaml"),
            Path.Combine(folder, "drift.yaml")
        );

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["/parameters/query filter[offers_search]", "/parameters/query filter[products_search]", "/parameters/query include"],
            report["findings"]!.Select(finding => (string?)finding["location"])
        );
        Assert.All(
            report["findings"]!,
            finding => Assert.Equal(("KC0002", "GET /v1/customers/{id}"), ((string?)finding["id"], (string?)finding["operation"]))
        );
    }

    [Fact]
    public void A_missing_type_is_reported_without_the_overlay()
    {
        string contract = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");

        JObject report = LintFile(contract, null, null).Report;

        Assert.Contains(
            report["findings"]!,
            finding =>
                (string?)finding["id"] == "KC0007"
                && ((string?)finding["location"])!.StartsWith("/components/schemas/courses_show_response/", StringComparison.Ordinal)
        );
        Assert.Contains(
            report["findings"]!,
            finding =>
                (string?)finding["id"] == "KC0008"
                && ((string?)finding["location"])!.EndsWith("/relationships/properties/site", StringComparison.Ordinal)
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Operation(string contract) =>
        contract.Contains("{id}:", StringComparison.Ordinal) ? "GET /v1/things/{id}" : "GET /v1/things";

    private (int ExitCode, JObject Report) Lint(string contract) => LintFile(Write("contract.yaml", contract), null, null);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int ExitCode, JObject Report) LintFile(string contract, string? overlay, string? accepted)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = LintCommand.Run(
            contract,
            overlay,
            new ReportSettings(ReportFormat.Json, null, FailOn.Any, accepted),
            output,
            errors
        );
        Assert.Equal(exitCode == ExitCode.Unreadable, errors.ToString().Contains("KC0000", StringComparison.Ordinal));
        return (exitCode, exitCode == ExitCode.Unreadable ? [] : JObject.Parse(output.ToString()));
    }
}
