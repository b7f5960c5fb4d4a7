using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The actions of an overlay change the document as Overlay 1.0 specifies, or are rejected with their line.</summary>
public sealed class OverlayActionTests
{
    private const string Head = "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions:\n";

    private const string Document = "a: { b: 1, list: [1, { c: 2 }], text: x, none: null }\nx-kind: { d: 3 }\n";

    [Theory]
    [InlineData("{ target: $.a, update: { b: 2, e: 3 } }", "a.b", "2")]
    [InlineData("{ target: $.a, update: { list: [3] } }", "a.list", "[1,{\"c\":2},3]")]
    [InlineData("{ target: $.a, update: { b: { c: 1 } } }", "a.b", "{\"c\":1}")]
    [InlineData("{ target: $.a, update: { b: null } }", "a.b", "null")]
    [InlineData("{ target: $.a.list, update: 3 }", "a.list", "[1,{\"c\":2},3]")]
    [InlineData("{ target: $.a.list, update: [3, 4] }", "a.list", "[1,{\"c\":2},[3,4]]")]
    [InlineData("{ target: $.a.list, update: null }", "a.list", "[1,{\"c\":2},null]")]
    [InlineData("{ target: '$.a.list[?@.c == 2.0]', remove: true }", "a.list", "[1]")]
    [InlineData("{ target: $.a.list, remove: true, update: 3 }", "a.list", null)]
    [InlineData("{ target: $.a.list, remove: false, update: 3 }", "a.list", "[1,{\"c\":2},3]")]
    [InlineData("{ target: '$[\"a\",\"a\"].list', update: 3 }", "a.list", "[1,{\"c\":2},3]")]
    [InlineData("{ target: $.a }", "a.b", "1")]
    [InlineData("{ target: $.x-kind, update: { d: 4 } }", "x-kind.d", "4")]
    [InlineData("{ target: '$..[?@.d]', update: { d: 4 } }", "x-kind.d", "4")]
    public void An_action_changes_the_selected_elements(string action, string path, string? value) =>
        Assert.Equal(value, OverlayRun.Apply(Document, $"{Head}- {action}\n").SelectToken(path)?.ToString(Formatting.None));

    [Theory]
    [InlineData("{ target: $.a.text, update: { e: 1 } }", "neither an object nor an array")]
    [InlineData("{ target: $.a.text, remove: true }", "neither an object nor an array")]
    [InlineData("{ target: $.a.none, remove: true }", "neither an object nor an array")]
    [InlineData("{ target: '$.a.list[0]', remove: true }", "neither an object nor an array")]
    [InlineData("{ target: $.a, update: text }", "must update objects with an object")]
    [InlineData("{ target: $.a, update: [1] }", "must update objects with an object")]
    [InlineData("{ target: $, remove: true }", "The root of the document cannot be removed.")]
    [InlineData("{ target: '$.a[?@.b =~ /1/]', remove: true }", "Use `match()` or `search()`. (offset 9).")]
    [InlineData("{ target: $.a, update: { e: 1 }, updates: {} }", "must not have `updates`")]
    [InlineData("{ target: $.a, description: }", "has a `description` that is not a string")]
    [InlineData("{ target: $.a, update: { e: 1 }, update: { f: 1 } }", "The key `update` occurs more than once")]
    public void An_invalid_action_is_reported_with_its_line_and_changes_nothing(string action, string problem)
    {
        (JObject root, IReadOnlyList<Finding> findings) = OverlayRun.Run(Document, $"{Head}- {action}\n");

        Finding finding = Assert.Single(findings);
        Assert.Equal(("KC0006", 4, true), (finding.Rule.Id, finding.Location.Position!.Line, finding.IsError));
        Assert.Contains(problem, finding.Message, StringComparison.Ordinal);
        Assert.Equal(OverlayRun.Apply(Document, $"{Head}- {{ target: $ }}\n"), root, JToken.EqualityComparer);
    }

    [Fact]
    public void No_action_of_a_malformed_overlay_is_applied()
    {
        (JObject root, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            Document,
            $"{Head}- {{ target: $.a, update: {{ e: 1 }} }}\n- {{ target: $. }}\n"
        );

        Assert.Equal(5, Assert.Single(findings).Location.Position!.Line);
        Assert.Null(root["a"]!["e"]);
    }

    [Fact]
    public void Actions_with_the_same_members_in_another_order_are_duplicates()
    {
        (_, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            Document,
            $"{Head}- {{ target: $.a, update: {{ e: 1, f: 2 }} }}\n- {{ update: {{ f: 2, e: 1 }}, target: $.a }}\n"
        );

        Finding finding = Assert.Single(findings);
        Assert.Equal(("KC0006", 5), (finding.Rule.Id, finding.Location.Position!.Line));
    }

    [Fact]
    public void An_update_that_would_exhaust_the_memory_is_rejected()
    {
        string contract = $"list: [{string.Join(',', Enumerable.Repeat("{}", 20_000))}]\n";
        string update = $"{{ a: [{string.Join(',', Enumerable.Repeat("1", 5_000))}] }}";

        (JObject root, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            contract,
            $"{Head}- {{ target: '$.list[*]', update: {update} }}\n"
        );

        Assert.Contains("more than 20,000,000 steps", Assert.Single(findings).Message, StringComparison.Ordinal);
        Assert.Empty(root["list"]![0]!);
    }

    [Fact]
    public void An_optional_action_that_matches_nothing_is_a_warning()
    {
        (_, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            Document,
            $"{Head}- {{ target: $.y, x-optional: true, remove: true }}\n- {{ target: $.y, remove: true }}\n"
        );

        Assert.Equal(
            [("KC0005", 4, false), ("KC0005", 5, true)],
            findings.Select(static finding => (finding.Rule.Id, finding.Location.Position!.Line, finding.IsError))
        );
    }

    [Theory]
    [InlineData("{ target: $.y, x-optoinal: true, remove: true }", "KC0005")]
    [InlineData("{ target: $.a.text, x-optoinal: true, remove: true }", "KC0006")]
    public void An_unknown_extension_of_an_action_without_effect_is_reported(string action, string id)
    {
        (_, IReadOnlyList<Finding> findings) = OverlayRun.Run(Document, $"{Head}- {action}\n");

        Assert.Equal([(id, true), ("KC0033", true)], findings.Select(static finding => (finding.Rule.Id, finding.IsError)).Order());
        Assert.Contains(findings, static finding => finding.Message.Contains("Did you mean `x-optional`?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$", "{ encoding: { x-nmae: { contentType: text/plain } } }")]
    [InlineData("$", "{ discriminator: { mapping: { x-nmae: a } } }")]
    [InlineData("$", "{ scopes: { x-nmae: a } }")]
    [InlineData("$", "{ variables: { x-nmae: { default: a } } }")]
    [InlineData("$", "{ callbacks: { x-nmae: {} } }")]
    [InlineData("$", "{ links: { x-nmae: {} } }")]
    [InlineData("$", "{ webhooks: { x-nmae: {} } }")]
    [InlineData("$", "{ content: { x-nmae/x-nmae: {} } }")]
    [InlineData("$", "{ dependentRequired: { x-nmae: [a] } }")]
    [InlineData("$", "{ security: [{ x-nmae: [] }] }")]
    [InlineData("$", "{ examples: [{ x-nmae: 1 }] }")]
    [InlineData("$.security", "{ x-nmae: [] }")]
    [InlineData("$.encoding", "{ x-nmae: {} }")]
    [InlineData("$.example.a", "{ x-nmae: 1 }")]
    public void Names_of_the_API_and_data_are_not_extensions(string target, string update)
    {
        (_, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            "security: []\nencoding: {}\nexample: { a: {} }\n",
            $"{Head}- {{ target: {target}, update: {update} }}\n"
        );

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("$.parameters", "{ x-nmae: a }")]
    [InlineData("$.properties.example", "{ x-nmae: a }")]
    [InlineData("$", "{ encoding: { x-nmae: { x-nmae: a } } }")]
    [InlineData("$", "{ properties: { encoding: { x-nmae: a } } }")]
    public void Extensions_beside_names_of_the_API_are_reported(string target, string update)
    {
        (_, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            "parameters: []\nproperties: { example: {} }\n",
            $"{Head}- {{ target: {target}, update: {update} }}\n"
        );

        Assert.Equal("KC0033", Assert.Single(findings).Rule.Id);
    }
}
