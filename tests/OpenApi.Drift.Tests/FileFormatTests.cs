using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using YamlDotNet.Serialization;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the file formats of an OpenAPI document.</summary>
public sealed class FileFormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-drift-").FullName;

    [Theory]
    [InlineData(Formatting.None)]
    [InlineData(Formatting.Indented)]
    public void A_document_in_JSON_has_no_drift_from_the_same_document_in_YAML(Formatting formatting) =>
        Assert.Empty(Findings(OurContract.Copy().ToString(formatting)));

    [Fact]
    public void JSON_can_contain_tabs_and_escape_sequences()
    {
        string json = """
            {
            ~"openapi":"3.1.0",
            ~"paths":{"\/a":{"get":{"summary":"\ud83d\ude00","responses":{"200":{"description":"\u00e9"}}}}}
            }
            """.Replace('~', '\t');
        const string Yaml =
            "openapi: 3.1.0\npaths: { /a: { get: { summary: \ud83d\ude00, responses: { 200: { description: \u00e9 } } } } }";

        Assert.Empty(DriftComparison.Compare(Read(Yaml), Read(json)).Findings);
    }

    [Fact]
    public void Aliases_are_replaced_by_their_anchors()
    {
        // Equal values are the same object, so they become an anchor and its aliases.
        string yaml = new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(Plain(OurContract.Copy(), [])!);

        Assert.Contains(": *o", yaml, StringComparison.Ordinal);
        Assert.Empty(Findings(yaml));
    }

    [Fact]
    public void Merge_keys_add_the_members_that_a_mapping_does_not_declare()
    {
        SourceFile file = Read(
            """
            shared: &shared { type: string, maxLength: 3 }
            own:
              <<: *shared
              maxLength: 5
            """
        );

        Assert.True(JToken.DeepEquals(JToken.Parse("{'type':'string','maxLength':5}"), file.Root["own"]));
    }

    [Fact]
    public void Exponentially_nested_aliases_are_rejected()
    {
        string yaml =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 9)
                    .Select(static level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")
            );

        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(() => Read(yaml));

        Assert.Contains("more than a million values", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_inside_its_own_anchor_is_rejected() => Assert.Throws<UnreadableFileException>(() => Read("a: &a { b: *a }"));

    [Theory]
    [InlineData("? [a, b]\n: c")]
    [InlineData("? { a: b }\n: c")]
    [InlineData("a: &a [b]\n*a : c")]
    public void A_key_that_is_not_a_string_is_rejected(string yaml) =>
        Assert.Contains("must be a string", Assert.Throws<UnreadableFileException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_file_is_reported_as_empty(string text) =>
        Assert.Contains("The file is empty", Assert.Throws<UnreadableFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Booleans_can_be_in_upper_case_and_a_tagged_number_is_a_string() =>
        Assert.True(
            JToken.DeepEquals(JToken.Parse("{'a':[true,true,false,false],'b':'1'}"), Read("a: [True, TRUE, False, FALSE]\nb: !!str 1").Root)
        );

    [Fact]
    public void A_status_code_can_be_a_number_and_strings_can_be_quoted()
    {
        const string One =
            "openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: { content: { application/json: "
            + "{ schema: { type: [string, null] } } } } } } } }";
        const string Other = """
            openapi: '3.1.0'
            "paths":
              /a: # a comment
                get:
                  'responses':
                    "200":
                      content: { application/json: { schema: { type: ['null', "string"] } } }
            """;

        Assert.Empty(DriftComparison.Compare(Read(One), Read(Other)).Findings);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static object? Plain(JToken token, Dictionary<string, object> known)
    {
        object? plain = token switch
        {
            JObject map => map.Properties().ToDictionary(static member => member.Name, member => Plain(member.Value, known)),
            JArray list => list.Select(item => Plain(item, known)).ToList(),
            _ => ((JValue)token).Value,
        };
        if (token is JValue || plain is null)
        {
            return plain;
        }

        string text = token.ToString(Formatting.None);
        known.TryAdd(text, plain);
        return known[text];
    }

    private IEnumerable<string> Findings(string text) =>
        DriftComparison
            .Compare(SourceFile.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml")), Read(text))
            .Findings.Select(static finding => $"{finding.Rule.Id} {finding.Location.Operation} {finding.Location.Path}");

    private SourceFile Read(string text)
    {
        string path = Path.Combine(_folder, "contract.yaml");
        File.WriteAllText(path, text);
        return SourceFile.Load(path);
    }
}
