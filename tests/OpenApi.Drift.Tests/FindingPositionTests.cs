using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the file and the line that a finding in a schema refers to.</summary>
public sealed class FindingPositionTests
{
    private const string Start = "openapi: 3.1.0\npaths: { /a: { post: { responses: {}, requestBody: { content: { application/json: {\n ";

    [Theory]
    [InlineData("schema: {\n type: string, enum: [a] }", "\n schema: {\n type: string }", "request-body-enum-removed", "base.yaml", 3)]
    [InlineData("schema: {\n type: string }", "\n schema: {\n type: string, enum: [a] }", "request-body-became-enum", "revision.yaml", 4)]
    [InlineData("schema: { type: string }", "\n\n schema: { type: integer }", "request-body-type-changed", "revision.yaml", 5)]
    [InlineData(
        "\n\n schema: { type: string }",
        "schema: { type: string, deprecated: true }",
        "request-body-deprecated",
        "revision.yaml",
        3
    )]
    [InlineData("\n schema: { type: string }", "schema: { type: object }", "request-body-type-changed", "revision.yaml", 3)]
    public void A_removed_element_is_located_in_the_base_and_any_other_change_in_the_revision(
        string before,
        string after,
        string id,
        string file,
        int line
    ) => AssertPosition(before, after, id, file, line);

    [Theory]
    [InlineData(
        "schema: { type: object,\n properties: {\n a: {} } }",
        "schema: { type: object,\n properties: {\n a: {},\n b: { type: string } } }",
        "new-optional-request-property",
        "revision.yaml",
        6
    )]
    [InlineData(
        "schema: { type: object,\n properties: {\n a: {},\n b: { type: string } } }",
        "schema: { type: object,\n properties: {\n a: {} } }",
        "request-property-removed",
        "base.yaml",
        6
    )]
    public void An_added_or_removed_property_is_located_at_its_name(string before, string after, string id, string file, int line) =>
        AssertPosition(before, after, id, file, line);

    [Theory]
    [InlineData(
        "schema: { type: object, properties: { a: {} } }",
        "\n schema: { type: object, properties: {\n a: {},\n b: true } }",
        "new-optional-request-property",
        "revision.yaml",
        4
    )]
    [InlineData(
        "\n schema: { type: object, properties: {\n a: {},\n b: true } }",
        "schema: { type: object, properties: { a: {} } }",
        "request-property-removed",
        "base.yaml",
        4
    )]
    [InlineData("\n\n schema: { type: string }", "\n example: a", "request-body-type-generalized", "base.yaml", 5)]
    [InlineData("\n\n schema: { type: string }", "\n schema: true", "request-body-type-generalized", "base.yaml", 5)]
    public void A_schema_that_every_value_matches_is_located_at_the_schema_around_it_or_its_other_version(
        string before,
        string after,
        string id,
        string file,
        int line
    ) => AssertPosition(before, after, id, file, line);

    private static void AssertPosition(string before, string after, string id, string file, int line)
    {
        Finding finding = Assert.Single(
            DriftComparison
                .Compare(
                    SourceFile.Parse($"{Start}{before}\n }} }} }} }} }} }}", "base.yaml"),
                    SourceFile.Parse($"{Start}{after}\n }} }} }} }} }} }}", "revision.yaml")
                )
                .Findings
        );

        Assert.Equal((id, file, line), (finding.Rule.Id, finding.Location.Position!.File, finding.Location.Position.Line));
    }
}
