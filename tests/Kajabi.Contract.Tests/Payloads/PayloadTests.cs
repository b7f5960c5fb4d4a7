using Kajabi.Composer.CommandLine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Payloads;

/// <summary>Tests that each deviation of recorded documents is reported once with its location and number of occurrences.</summary>
public sealed class PayloadTests
{
    private const string Show = "GET_v1_things_id.200.json";

    /// <summary>
    /// Members of a resource and their deviation: rule, path, the declared and the actual value, and whether an overlay can
    /// cover it.
    /// </summary>
    public static TheoryData<string, string, string, string?, string?, bool> Deviations =>
        new()
        {
            {
                "'attributes': { 'name': 'n', 'colour': 'red' }",
                "KC0301",
                "data.attributes.colour",
                "things without colour",
                "string",
                true
            },
            { "'attributes': { 'name': 'n', 'colour': null }", "KC0301", "data.attributes.colour", "things without colour", "null", true },
            {
                "'attributes': { 'name': 'n', 'colours': [{ 'a': 1 }] }",
                "KC0301",
                "data.attributes.colours",
                "things without colours",
                "array",
                true
            },
            {
                "'attributes': { 'name': 'n', 'place': { 'city': 'c', 'street': 's' } }",
                "KC0301",
                "data.attributes.place.street",
                "data.attributes.place without street",
                "string",
                true
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'friend': { 'data': { 'type': 'people', 'id': '1' } } }",
                "KC0302",
                "data.relationships.friend",
                "things without friend",
                "people",
                true
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'friends': { 'data': [{ 'type': 'people', 'id': '1' }] } }",
                "KC0302",
                "data.relationships.friends",
                "things without friends",
                "people",
                true
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'people': { 'links': {} } }",
                "KC0302",
                "data.relationships.people",
                "things without people",
                "people",
                true
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'owner': { 'data': { 'type': 'animals', 'id': '1' } } }",
                "KC0303",
                "data.relationships.owner.data.type",
                "people",
                "animals",
                false
            },
            { "'attributes': { 'name': 'n', 'state': 'lost' }", "KC0304", "data.attributes.state", "open, closed", "lost", true },
            { "'attributes': { 'name': 4 }", "KC0305", "data.attributes.name", "string", "integer", true },
            { "'attributes': { 'name': 'n', 'size': 1.5 }", "KC0305", "data.attributes.size", "integer", "number", true },
            { "'attributes': { 'name': 'n', 'size': '1' }", "KC0305", "data.attributes.size", "integer", "string", true },
            { "'attributes': { 'name': 'n', 'note': false }", "KC0305", "data.attributes.note", "string", "boolean", true },
            { "'attributes': { 'name': 'n', 'codes': ['a', 1] }", "KC0305", "data.attributes.codes[]", "string", "integer", true },
            { "'attributes': { 'name': 'n', 'place': [] }", "KC0305", "data.attributes.place", "object", "array", true },
            { "'attributes': []", "KC0305", "data.attributes", "object", "array", false },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'owner': { 'data': [{ 'type': 'people', 'id': '1' }] } }",
                "KC0305",
                "data.relationships.owner.data",
                "object",
                "array",
                true
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'parts': { 'data': { 'type': 'things', 'id': '1' } } }",
                "KC0305",
                "data.relationships.parts.data",
                "array",
                "object",
                false
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'owner': { 'data': { 'type': 'people', 'id': 1 } } }",
                "KC0305",
                "data.relationships.owner.data.id",
                "string",
                "integer",
                false
            },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'parts': { 'links': { 'data': [] } } }",
                "KC0305",
                "data.relationships.parts.links.data",
                "string or object",
                "array",
                false
            },
            { "'attributes': { 'name': null }", "KC0306", "data.attributes.name", "string", "null", true },
            { "'attributes': { 'name': 'n', 'codes': [null] }", "KC0306", "data.attributes.codes[]", "string", "null", true },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'owner': null }",
                "KC0306",
                "data.relationships.owner",
                "object",
                "null",
                false
            },
            { "'attributes': {}", "KC0307", "data.attributes.name", "required", null, true },
            { "'attributes': { 'name': 'n', 'place': {} }", "KC0307", "data.attributes.place.city", "required", null, true },
            {
                "'attributes': { 'name': 'n' }, 'relationships': { 'owner': { 'data': { 'type': 'people' } } }",
                "KC0307",
                "data.relationships.owner.data.id",
                "required",
                null,
                false
            },
            { "'attributes': { 'name': 'n' }, 'included': []", "KC0308", "data.included", "no member of a resource", "array", false },
        };

    public static TheoryData<string, string> ValidDocuments =>
        new()
        {
            {
                Show,
                "{ 'data': { 'type': 'things', 'id': '1', 'attributes': { 'name': 'n', 'size': 1.0, 'weight': 2,"
                    + " 'note': null, 'old_note': null, 'state': 'open', 'codes': [], 'anything': [null, {}],"
                    + " 'bag': { 'x': 1 }, 'type': 't', 'required': true } } }"
            },
            {
                Show,
                "{ 'data': { 'type': 'things', 'id': '1', 'attributes': { 'name': 'n' },"
                    + " 'relationships': { 'owner': { 'data': null, 'links': { 'self': 'https://x', 'related': null } },"
                    + " 'parts': { 'meta': {} } }, 'meta': {} }, 'meta': { 'x': 1 }, 'links': {}, 'jsonapi': {} }"
            },
            {
                Show,
                "{ 'data': { 'type': 'things', 'id': '1' },"
                    + " 'included': [{ 'type': 'people', 'id': '1', 'attributes': { 'unknown': 'x' } }] }"
            },
            {
                Show,
                "{ 'data': { 'type': 'things', 'id': '1', 'attributes': { 'size': 1 }, 'relationships': {} },"
                    + " 'included': [{ 'type': 'things', 'id': '2', 'attributes': { 'size': 1 } }] }"
            },
            { "GET_v1_things.200.json", "{ 'data': [] }" },
            { "GET_v1_samples.200.json", "[{ 'type': 'people', 'id': '1' }, { 'type': 'things', 'id': '1' }]" },
            { "GET_v1_things_id_relationships_parts.200.json", "{ 'data': [{ 'type': 'things', 'id': '1' }] }" },
            { "POST_v1_things.request.json", "{ 'data': { 'type': 'things', 'attributes': { 'name': 'n' } } }" },
            { "POST_v1_things.422.json", "{ 'errors': [{ 'status': '422', 'title': 't', 'source': { 'pointer': '/data' } }] }" },
            { "POST_v1_things.401.json", "{ 'error': 'invalid_token' }" },
            { "POST_v1_things.delivery.json", "{ 'id': '1', 'event': 'made', 'payload': [{ 'type': 'things', 'id': '1' }] }" },
        };

    [Theory]
    [MemberData(nameof(Deviations))]
    public void A_deviation_is_reported_with_its_location_and_covered_by_the_suggested_action(
        string members,
        string rule,
        string path,
        string? before,
        string? after,
        bool isCovered
    )
    {
        using PayloadRun run = new();
        run.With(Show, Json($"{{ 'data': {{ 'type': 'things', 'id': '1', {members} }} }}"));

        (int exitCode, JObject report, _) = run.Run();

        JToken finding = Assert.Single(report["findings"]!);
        Assert.Equal((1, rule, $"200 application/vnd.api+json {path}"), (exitCode, (string?)finding["id"], (string?)finding["location"]));
        Assert.Equal(
            ("GET /v1/things/{id}", "response", before, after),
            ((string?)finding["operation"], (string?)finding["direction"], (string?)finding["before"], (string?)finding["after"])
        );

        (int exitCodeAfter, JObject reportAfter, _) = run.Run(run.Suggested);
        Assert.Equal(isCovered ? 0 : 1, exitCodeAfter);
        Assert.Equal(isCovered, !reportAfter["findings"]!.Any());
    }

    [Fact]
    public void Required_members_that_different_documents_omit_are_covered_together()
    {
        using PayloadRun run = new();
        run.ReplaceInContract(
                "required: [city], properties: { city: { type: string } }",
                "required: [city, zip, street], properties: { city: { type: string }, zip: { type: string }, street: { type: string } }"
            )
            .With(
                "GET_v1_things_id/200.a.json",
                Json("{ 'data': { 'type': 'things', 'id': '1', 'attributes': { 'name': 'n', 'place': { 'zip': 'z', 'street': 's' } } } }")
            )
            .With(
                "GET_v1_things_id/200.b.json",
                Json("{ 'data': { 'type': 'things', 'id': '1', 'attributes': { 'name': 'n', 'place': { 'city': 'c', 'street': 's' } } } }")
            );

        Assert.Equal(
            ["data.attributes.place.city", "data.attributes.place.zip"],
            run.Run().Report["findings"]!
                .Where(IsMissingMember)
                .Select(finding => ((string)finding["location"]!).Split(' ')[^1])
                .Order(StringComparer.Ordinal)
        );
        string suggested = File.ReadAllText(run.Suggested);
        Assert.DoesNotContain(run.Run(run.Suggested).Report["findings"]!, IsMissingMember);
        Assert.Matches(@"required:\n\s+- street\n(?!\s+-)", suggested);

        static bool IsMissingMember(JToken finding) => (string?)finding["id"] == "KC0307";
    }

    [Theory]
    [MemberData(nameof(ValidDocuments))]
    public void A_valid_document_has_no_findings(string name, string document)
    {
        using PayloadRun run = new();

        (int exitCode, JObject report, _) = run.With(name, Json(document)).Run();

        Assert.Empty(report["findings"]!);
        Assert.Empty(report["defects"]!);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void A_deviation_is_reported_once_with_the_number_of_occurrences()
    {
        using PayloadRun run = new();
        const string Page =
            "{ 'data': [{ 'type': 'things', 'id': '1', 'attributes': { 'name': 'n', 'colour': 'red' } }, "
            + "{ 'type': 'things', 'id': '2', 'attributes': { 'name': 'n', 'colour': 'blue' } }] }";
        run.With("GET_v1_things/200.first.json", Json(Page)).With("GET_v1_things/200.second.json", Json(Page));

        JToken finding = Assert.Single(run.Run().Report["findings"]!);

        Assert.Equal(("200 application/vnd.api+json data[].attributes.colour", 4), ((string?)finding["location"], (int)finding["count"]!));
        Assert.Contains("Seen 4 times in 2 documents.", (string?)finding["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{ 'data': { 'type': 'things', 'id': '1' }, 'included': [{ 'type': 'animals', 'id': '1' }] }",
        "KC0303",
        "included[].type",
        true
    )]
    [InlineData("{ 'data': { 'type': 'animals', 'id': '1' } }", "KC0303", "data.type", true)]
    [InlineData("{ 'data': { 'id': '1' } }", "KC0307", "data.type", false)]
    [InlineData("{ 'data': { 'type': 'things' } }", "KC0307", "data.id", false)]
    [InlineData("{ 'data': { 'type': 'things', 'id': 1 } }", "KC0305", "data.id", false)]
    [InlineData("{ 'data': [] }", "KC0305", "data", false)]
    [InlineData("{ 'data': null }", "KC0306", "data", false)]
    [InlineData("{ 'links': {} }", "KC0307", "data", false)]
    [InlineData("[]", "KC0305", "$", false)]
    [InlineData("{ 'data': { 'type': 'things', 'id': '1' }, 'page': 1 }", "KC0308", "page", false)]
    public void A_deviation_outside_of_the_attributes_is_reported(string document, string rule, string path, bool isCovered)
    {
        using PayloadRun run = new();
        run.With(Show, Json(document));

        JToken finding = Assert.Single(run.Run().Report["findings"]!);

        Assert.Equal((rule, $"200 application/vnd.api+json {path}"), ((string?)finding["id"], (string?)finding["location"]));
        Assert.Equal(isCovered ? 0 : 1, run.Run(run.Suggested).ExitCode);
    }

    [Theory]
    [InlineData("{ 'data': { 'attributes': { 'name': 'n' } } }", "KC0307 data.type")]
    [InlineData("{ 'data': { 'type': 'things' } }", "KC0307 data.attributes")]
    [InlineData("{ 'data': { 'type': 'things', 'attributes': { 'colour': 'red', 'name': 'n' } } }", "KC0301 data.attributes.colour")]
    public void A_request_is_compared_with_the_schema_of_its_operation(string document, string expected)
    {
        using PayloadRun run = new();

        JToken finding = Assert.Single(run.With("POST_v1_things.request.json", Json(document)).Run().Report["findings"]!);

        string[] parts = expected.Split(' ');
        Assert.Equal(
            (parts[0], $"application/vnd.api+json {parts[1]}", "request"),
            ((string?)finding["id"], (string?)finding["location"], (string?)finding["direction"])
        );
    }

    [Fact]
    public void An_undeclared_body_is_reported()
    {
        using PayloadRun run = new();

        JToken finding = Assert.Single(run.With("DELETE_v1_things_id.204.json", "{ \"a\": 1 }").Run().Report["findings"]!);

        Assert.Equal("KC0308", (string?)finding["id"]);
    }

    [Fact]
    public void No_malformed_document_causes_a_crash()
    {
        using PayloadRun run = new();
        JToken[] replacements =
        [
            JValue.CreateNull(),
            5,
            1.5,
            true,
            "x",
            new JArray(),
            new JArray(JValue.CreateNull(), 1, new JArray()),
            new JObject(),
            new JObject
            {
                ["type"] = new JObject(),
                ["data"] = "x",
                ["id"] = null,
            },
        ];
        int broken = 0;
        foreach ((string name, string text) in ValidDocuments.Select(row => ((string)row[0], (string)row[1])))
        {
            JToken document = JToken.Parse(text);
            foreach (
                string path in (document is JContainer container ? container.DescendantsAndSelf() : [document])
                    .Where(token => token is not JProperty)
                    .Select(token => token.Path)
                    .ToList()
            )
            {
                foreach (JToken replacement in replacements)
                {
                    JToken copy = document.DeepClone();
                    if (path.Length > 0)
                    {
                        copy.SelectToken(path)!.Replace(replacement.DeepClone());
                    }

                    string file = $"{name[..^".json".Length]}.{++broken}.json";
                    run.With(file, JsonConvert.SerializeObject(path.Length > 0 ? copy : replacement));
                }
            }
        }

        (int exitCode, JObject report, string errors) = run.Run();

        Assert.Equal((1, string.Empty), (exitCode, errors));
        Assert.True(broken > 500);
        Assert.Empty(report["defects"]!);
    }

    private static string Json(string text) => text.Replace('\'', '"');
}
