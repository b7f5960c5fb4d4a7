using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Unsafe names are rejected. Other names are converted to C# identifiers.</summary>
public sealed class NameRuleTests : IDisposable
{
    private const string Hostile = """filter[x" + System.IO.File.ReadAllText("/etc/hostname") + "]""";

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-names-").FullName;

    [Fact]
    public void A_parameter_name_that_contains_code_is_rejected_with_file_line_pointer_and_remedy()
    {
        string path = Path.Combine(_folder, "theirs.yaml");
        File.WriteAllText(path, Contract(Hostile));
        using StringWriter output = new();

        int exitCode = ComposeCommand.Run(path, null, Path.Combine(_folder, "out.json"), isLenient: true, output);

        Assert.Equal(1, exitCode);
        Assert.Contains("theirs.yaml(6,", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("KC0020", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("#/paths/~1v1~1things/get/parameters/0/name", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rename it", output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "out.json")));
    }

    [Theory]
    [InlineData("2fa_enabled", "_2faEnabled")]
    [InlineData("0562", "_0562")]
    [InlineData("50%", "_50")]
    [InlineData("\u540D\u524D", "\u540D\u524D")]
    [InlineData("\u00E9t\u00E9", "\u00C9t\u00E9")]
    [InlineData("<", "")]
    [InlineData("\U0001F600", "")]
    public void A_name_is_converted_to_an_identifier(string apiName, string name) => Assert.Equal(name, CSharpName.Member(apiName));

    [Theory]
    [InlineData("class", "classValue")]
    [InlineData("event", "eventValue")]
    [InlineData("query", "queryValue")]
    [InlineData("contact_id", "contactId")]
    [InlineData("2nd", "_2nd")]
    public void A_path_parameter_does_not_conflict_with_keywords_or_other_parameters(string apiName, string name) =>
        Assert.Equal(name, CSharpName.Parameter(apiName));

    [Theory]
    [InlineData("[id, '-id']", "KC0004")]
    [InlineData("[value, other]", "KC0004")]
    [InlineData("['<', other]", "KC0022")]
    public void A_value_without_a_unique_name_is_reported_and_omitted(string values, string rule)
    {
        string contract = Contract("filter[x]", $"{{ type: string, enum: {values} }}");
        using Composition strict = Composition.Create(contract);
        using Composition lenient = Composition.Create(contract, isLenient: true);

        Assert.Contains($"error {rule}", Assert.Single(strict.Findings), StringComparison.Ordinal);
        Assert.Contains($"warning {rule}", Assert.Single(lenient.Findings), StringComparison.Ordinal);
        Assert.Single(lenient.Members("ListThingsX"));
    }

    [Fact]
    public void A_duplicate_value_of_an_enum_is_removed()
    {
        using Composition strict = Composition.Create(Contract("filter[x]", "{ type: string, enum: [a, b, a] }"));

        Assert.Equal(0, strict.ExitCode);
        Assert.Contains("warning KC0023", Assert.Single(strict.Findings), StringComparison.Ordinal);
        Assert.Equal(2, strict.Members("ListThingsX").Count());
    }

    [Fact]
    public void A_duplicate_value_of_an_attribute_enum_is_removed()
    {
        string things = Contract("filter[x]")
            .Replace(
                "{ '204': { description: d } }",
                """
                { '200': { description: d, content: { application/vnd.api+json: { schema: { type: object, properties:
                        { data: { type: object, properties:
                        { attributes: { type: object, properties: { kind: { type: string, enum: [a, b, a] } } } } } } } } } } }
                """.Trim(),
                StringComparison.Ordinal
            );

        using Composition strict = Composition.Create(things);

        Assert.Equal(0, strict.ExitCode);
        Assert.Contains("warning KC0023", Assert.Single(strict.Findings), StringComparison.Ordinal);
        Assert.Equal(2, strict.Members("ThingKind").Count());
    }

    [Fact]
    public void A_name_with_letters_that_OpenAPI_does_not_allow_has_another_name_in_the_composed_document()
    {
        string contract = Contract("filter[名]", "{ type: string, enum: [a] }").Replace("[Things]", "[Дата]", StringComparison.Ordinal);

        using Composition composition = Composition.Create(contract);

        Assert.Empty(composition.Findings);
        Assert.Equal("ListThings名", (string?)composition.Schema("ListThings-540D")["x-csharp"]!["name"]);
        JObject operation = Assert.Single(composition.Operations());
        Assert.Equal("-0414-0430-0442-0430_ListThings", (string?)operation["operationId"]);
        Assert.Equal("Дата", (string?)operation["x-csharp"]!["area"]);
    }

    [Fact]
    public void Incomplete_parts_of_a_document_are_completed_or_left_out_of_the_composed_document()
    {
        string contract = Contract("filter[x]")
            .Replace("in: query", "in: path, required: true", StringComparison.Ordinal)
            .Replace("filter[x]", "thing_id", StringComparison.Ordinal);

        using Composition composition = Composition.Create(contract, isLenient: true);

        Assert.Equal("""{"title":"API","version":""}""", composition.Document["info"]!.ToString(Formatting.None));
        Assert.False(composition.Document.ContainsKey("servers"));
        JObject operation = Assert.Single(composition.Operations());
        Assert.Empty(operation["parameters"]!);
        Assert.Equal("thingId", (string?)Assert.Single(operation["x-csharp"]!["parameters"]!)["name"]);
    }

    [Fact]
    public void An_action_that_is_not_an_object_is_reported()
    {
        using Composition composition = Composition.Create(
            Contract("filter[x]"),
            "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions: [5, text, null, [a]]\n"
        );

        Assert.Equal(4, composition.Findings.Count);
        Assert.All(composition.Findings, static finding => Assert.Contains("overlay.yaml(3,", finding, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Contract(string parameter, string schema = "{ type: string }") =>
        $"""
            openapi: 3.1.1
            paths:
              /v1/things:
                get:
                  tags: [Things]
                  parameters: [{"{"} name: '{parameter}', in: query, schema: {schema} {"}"}]
                  responses: {"{"} '204': {"{"} description: d {"}"} {"}"}
            """;
}
