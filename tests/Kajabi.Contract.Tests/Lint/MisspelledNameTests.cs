using Kajabi.Contract.Lint;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Tests.Lint;

/// <summary>A misspelled member or type has no effect, so it is reported with the name that it resembles.</summary>
public sealed class MisspelledNameTests
{
    private const string Document = """
        openapi: 3.1.1
        info: { title: t, version: '1', licence: {} }
        componets: {}
        paths:
          /v1/things:
            sumary: s
            parameters: [{ name: a, in: query, requird: true }]
            post:
              tags: [Things]
              sumary: s
              parameters: [{ name: b, in: query, schema: { type: interger } }, { $ref: '#/components/parameters/c', sumary: s }]
              requestBody: { requird: true, content: { application/json: { shema: {}, schema: { type: [object, nul] } } } }
              responses:
                '200':
                  descripton: d
                  description: d
                  headers: { x-rate: { requird: true, schema: { type: integer } } }
                  content: { application/json: { exmaple: 1, examplee: 1, schema: { type: object, maximun: 4, id: 1 } } }
              callbacks: { done: { '{$url}': { post: { sumary: s, responses: { '204': { description: d } } } } } }
        webhooks:
          thing: { post: { sumary: s, responses: { '204': { description: d, contents: {} } } } }
        components:
          schema: {}
          parameters: { c: { name: c, in: query, requird: true, schema: { type: string } } }
          requestBodies: { body: { requird: true, content: {} } }
          headers: { header: { name: n, schema: { type: string } } }
          responses: { response: { descripton: d, description: d } }
          pathItems: { item: { gett: {} } }
        """;

    private static readonly IReadOnlyList<Finding> s_findings = Linter.Check(SourceFile.Parse(Document, "contract.yaml"), null);

    [Theory]
    [InlineData("", "/componets", "`componets` is not a member of a document. Did you mean `components`?")]
    [InlineData("", "/info/licence", "`licence` is not a member of an info object. Did you mean `license`?")]
    [InlineData("", "/paths/~1v1~1things/sumary", "`sumary` is not a member of a path item. Did you mean `summary`?")]
    [InlineData("", "/paths/~1v1~1things/parameters/query a/requird", "`requird` is not a member of a parameter. Did you mean `required`?")]
    [InlineData("POST /v1/things", "/sumary", "`sumary` is not a member of an operation. Did you mean `summary`?")]
    [InlineData("POST /v1/things", "/parameters/1/sumary", "`sumary` is not a member of a parameter. Did you mean `summary`?")]
    [InlineData("POST /v1/things", "/requestBody/requird", "`requird` is not a member of a request body. Did you mean `required`?")]
    [InlineData(
        "POST /v1/things",
        "/requestBody/content/application~1json/shema",
        "`shema` is not a member of a media type. Did you mean `schema`?"
    )]
    [InlineData("POST /v1/things", "/responses/200/descripton", "`descripton` is not a member of a response. Did you mean `description`?")]
    [InlineData(
        "POST /v1/things",
        "/responses/200/headers/x-rate/requird",
        "`requird` is not a member of a header. Did you mean `required`?"
    )]
    [InlineData("POST /v1/things", "/responses/200/content/application~1json/exmaple", "`exmaple` is not a member of a media type.")]
    [InlineData(
        "POST /v1/things",
        "/responses/200/content/application~1json/examplee",
        "`examplee` is not a member of a media type. Did you mean `example`?"
    )]
    [InlineData(
        "POST /v1/things",
        "/callbacks/done/{$url}/post/sumary",
        "`sumary` is not a member of an operation. Did you mean `summary`?"
    )]
    [InlineData("", "/webhooks/thing/post/sumary", "`sumary` is not a member of an operation. Did you mean `summary`?")]
    [InlineData("", "/webhooks/thing/post/responses/204/contents", "`contents` is not a member of a response. Did you mean `content`?")]
    [InlineData("", "/components/schema", "`schema` is not a member of components. Did you mean `schemas`?")]
    [InlineData("", "/components/parameters/c/requird", "`requird` is not a member of a parameter. Did you mean `required`?")]
    [InlineData("", "/components/requestBodies/body/requird", "`requird` is not a member of a request body. Did you mean `required`?")]
    [InlineData("", "/components/headers/header/name", "`name` is not a member of a header.")]
    [InlineData("", "/components/responses/response/descripton", "`descripton` is not a member of a response. Did you mean `description`?")]
    [InlineData("", "/components/pathItems/item/gett", "`gett` is not a member of a path item.")]
    public void An_unknown_member_of_an_element_is_a_warning(string operation, string location, string problem) =>
        AssertFinding("KC0034", Severity.Warning, operation, location, $"{problem} Correct it, remove it, or start its name with `x-`.");

    [Theory]
    [InlineData("/parameters/query b/schema/type", "`interger` is not a type. Did you mean `integer`?")]
    [InlineData("/requestBody/content/application~1json/schema/type/1", "`nul` is not a type. Did you mean `null`?")]
    public void An_unknown_type_is_an_error(string location, string problem) =>
        AssertFinding(
            "KC0035",
            Severity.Breaking,
            "POST /v1/things",
            location,
            $"{problem} Use `array`, `boolean`, `integer`, `null`, `number`, `object` or `string`."
        );

    [Theory]
    [InlineData("maximun", " Did you mean `maximum`?")]
    [InlineData("id", "")]
    public void A_misspelled_keyword_of_a_schema_is_reported_with_the_one_that_it_resembles(string keyword, string suggestion) =>
        AssertFinding(
            "KC0003",
            Severity.Breaking,
            "POST /v1/things",
            $"/responses/200/content/application~1json/schema/{keyword}",
            $"`{keyword}` is not a schema keyword and has no effect here.{suggestion} "
                + "Correct its spelling, move it into `properties`, or remove it."
        );

    [Fact]
    public void Nothing_else_in_the_document_is_reported()
    {
        Assert.Equal(21, s_findings.Count(static finding => finding.Rule == LintRules.UnknownMember));
        Assert.Equal(2, s_findings.Count(static finding => finding.Rule == LintRules.UnknownType));
    }

    private static void AssertFinding(string rule, Severity severity, string operation, string location, string message)
    {
        Finding finding = Assert.Single(
            s_findings,
            finding => finding.Rule.Id == rule && (finding.Location.Operation, finding.Location.Path) == (operation, location)
        );
        Assert.Equal((severity, message), (finding.Severity, finding.Message));
    }
}
