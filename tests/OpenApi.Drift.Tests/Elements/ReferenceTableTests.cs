using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Tests.Elements;

/// <summary>Tests the targets of references, and defects of references.</summary>
public sealed class ReferenceTableTests
{
    private const string Document = """
        {
          "a/b": { "title": "slash" },
          "c~d": { "title": "tilde" },
          "e f": { "title": "space" },
          "list": [ { "title": "first" }, { "title": "second" } ],
          "anchored": { "$anchor": "name", "title": "anchor" },
          "again": { "$anchor": "name", "title": "another with the anchor" },
          "dynamic": { "$dynamicAnchor": "node", "title": "dynamic anchor" },
          "title": "root",
          "value": "text",
          "first": { "$ref": "#/second" },
          "second": { "$ref": "#/list/0" },
          "circular": { "$ref": "#/back" },
          "back": { "$ref": "#/circular" }
        }
        """;

    private readonly FindingCollector _defects = new("openapi.yaml", isLenient: true);
    private readonly ReferenceTable _references;

    public ReferenceTableTests()
    {
        _references = new ReferenceTable(JObject.Parse(Document), _defects);
    }

    [Theory]
    [InlineData("#", "root")]
    [InlineData("#/a~1b", "slash")]
    [InlineData("#/c~0d", "tilde")]
    [InlineData("#/e%20f", "space")]
    [InlineData("#/list/0", "first")]
    [InlineData("#/list/1", "second")]
    [InlineData("#name", "anchor")]
    [InlineData("#node", "dynamic anchor")]
    public void A_reference_has_a_target(string reference, string title)
    {
        Assert.Equal(title, (string?)_references.Target(new JValue(reference))?["title"]);
        Assert.Empty(_defects.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("other.yaml#/a")]
    [InlineData("name")]
    [InlineData("#/unknown")]
    [InlineData("#/list/2")]
    [InlineData("#/list/-1")]
    [InlineData("#/list/first")]
    [InlineData("#/value/length")]
    [InlineData("#unknown")]
    public void A_reference_without_a_target_is_a_defect(string reference)
    {
        Assert.Null(_references.Target(new JValue(reference)));
        Assert.Contains(
            $"The target of the reference `{reference}` does not exist.",
            Assert.Single(_defects.All).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void References_to_references_are_followed()
    {
        Assert.Equal("first", (string?)_references.Follow(JToken.Parse("{'$ref':'#/first'}"))?["title"]);
        Assert.Null(_references.Follow(JToken.Parse("{'$ref':'#/value'}")));
        Assert.Empty(_defects.All);
    }

    [Fact]
    public void A_circular_reference_is_a_defect()
    {
        Assert.Null(_references.Follow(JToken.Parse("{'$ref':'#/circular'}")));
        Assert.Contains("The reference `#/back` is circular.", Assert.Single(_defects.All).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'$ref':'#a','$dynamicRef':'#b'}", "#a")]
    [InlineData("{'$dynamicRef':'#b'}", "#b")]
    [InlineData("{'$ref':1}", null)]
    [InlineData("{'ref':'#a'}", null)]
    [InlineData("['$ref']", null)]
    public void A_reference_of_OpenAPI_3_0_or_3_1_is_recognized(string json, string? reference) =>
        Assert.Equal(reference, (string?)ReferenceTable.ReferenceIn(JToken.Parse(json)));
}
