using System.Text.RegularExpressions;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Tests.Compose;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Names and structures that other OpenAPI documents contain. What the composer accepts compiles; what the SDK cannot represent is reported
/// once, at its own location.
/// </summary>
public sealed partial class NamesAndStructuresTests
{
    private const string Thing = "components.schemas.thing.properties";
    private const string Attributes = Thing + ".attributes.properties";
    private const string List = "paths['/v1/things'].get";
    private const string Text = "{ \"type\": \"string\" }";

    /// <summary>Gets the edits of a small document, with the rules of their findings.</summary>
    private static readonly Dictionary<string, (Action<JObject> Edit, string[] Rules)> s_edits = new()
    {
        ["attribute value"] = (static root => root.Set(Attributes, "value", Text), []),
        ["attribute descending"] = (static root => root.Set(Attributes, "descending", Text), []),
        ["attribute equals"] = (static root => root.Set(Attributes, "equals", Text), ["KC0004"]),
        ["attribute with a leading digit"] = (static root => root.Set(Attributes, "2fa_enabled", Text), []),
        ["attribute in other scripts"] = (static root => root.Set(Attributes, "\u540D\u524D", Text), []),
        ["attribute of symbols"] = (static root => root.Set(Attributes, "<", Text), ["KC0022"]),
        ["attribute of an emoji"] = (static root => root.Set(Attributes, "\U0001F600", Text), ["KC0022"]),
        ["query with a leading digit"] = (static root => Query(root, "filter[2fa]", Text), []),
        ["query that its class uses"] = (static root => Query(root, "default_site_handler", Text), ["KC0004"]),
        ["fieldset without a type"] = (static root => Query(root, "fields[]", Text), ["KC0004"]),
        ["extension beside the paths"] = (static root => root.Set("paths", "x-groups", "1"), []),
        ["extension beside the responses"] = (static root => root.Set(List + ".responses", "x-note", "\"a\""), []),
        ["page number as text"] = (static root => root.Replace(List + ".parameters[5].schema", Text), []),
        ["tag with a leading digit"] = (static root => root.Replace(List + ".tags[0]", "\"3D Models\""), []),
        ["tag in another script"] = (static root => root.Replace(List + ".tags[0]", "\"\u6A21\u578B\""), []),
        ["tag System"] = (static root => root.Replace(List + ".tags[0]", "\"System\""), []),
        ["tag Kajabi Client"] = (static root => root.Replace(List + ".tags[0]", "\"Kajabi Client\""), []),
        ["enum of digits"] = (static root => root.Set(Attributes, "plan", "{ \"type\": \"string\", \"enum\": [\"0562\", \"50%\"] }"), []),
        ["enum with a symbol"] = (
            static root => root.Set(Attributes, "plan", "{ \"type\": \"string\", \"enum\": [\"a\", \"<\", \"\U0001F600\"] }"),
            ["KC0022", "KC0022"]
        ),
        ["enum of id and -id"] = (
            static root => root.Set(Attributes, "order", "{ \"type\": \"string\", \"enum\": [\"id\", \"-id\"] }"),
            ["KC0004"]
        ),
        ["enum with a duplicate value"] = (
            static root => root.Set(Attributes, "plan", "{ \"type\": \"string\", \"enum\": [\"a\", \"a\"] }"),
            ["KC0023"]
        ),
        ["path parameter class"] = (static root => PathParameter(root, "class"), []),
        ["path parameter event"] = (static root => PathParameter(root, "event"), []),
        ["path parameter api"] = (static root => PathParameter(root, "api"), []),
        ["path parameter pageQuery"] = (static root => PathParameter(root, "pageQuery"), []),
        ["resource type tasks"] = (static root => ResourceType(root, "tasks"), []),
        ["resource type documents"] = (static root => ResourceType(root, "documents"), []),
        ["resource type versions"] = (static root => ResourceType(root, "versions"), []),
        ["resource type queries"] = (static root => ResourceType(root, "queries"), []),
        ["resource type systems"] = (static root => ResourceType(root, "systems"), []),
        ["resource type resource_types"] = (static root => ResourceType(root, "resource_types"), []),
        ["resource type items"] = (static root => ResourceType(root, "item"), []),
        ["resource type in another script"] = (static root => ResourceType(root, "\u7269"), []),
        ["required header"] = (
            static root => Parameter(root, "paths['/v1/things'].post", "Idempotency-Key", "header", Text, isRequired: true),
            []
        ),
        ["required header of a list"] = (static root => Parameter(root, List, "X-Class", "header", Text, isRequired: true), []),
        ["required cookie"] = (static root => Parameter(root, List, "session", "cookie", Text, isRequired: true), ["KC0028"]),
        ["query of a creation"] = (static root => Parameter(root, "paths['/v1/things'].post", "include", "query", Text), []),
        ["creation without a body in the response"] = (
            static root => root.Replace("paths['/v1/things'].post.responses", "{ \"204\": { \"description\": \"d\" } }"),
            []
        ),
        ["creation with a to-many relationship"] = (
            static root =>
                root.Replace(Thing + ".relationships.properties.owner.x-relationship", "{ \"type\": \"people\", \"many\": true }"),
            []
        ),
        ["creation with a reserved relationship"] = (
            static root =>
                root.Replace(Thing + ".relationships.properties", "{ \"present\": { \"x-relationship\": { \"type\": \"people\" } } }"),
            ["KC0004"]
        ),
        ["relationship that its class uses"] = (
            static root =>
                root.Set(Thing + ".relationships.properties", "relationship_table", "{ \"x-relationship\": { \"type\": \"people\" } }"),
            ["KC0004"]
        ),
        ["list below a resource"] = (
            static root => root.Rename("paths['/v1/things']", "/v1/boxes/{box_id}/things"),
            ["KC0004", "KC0011", "KC0011"]
        ),
        ["null alternative"] = (
            static root => root.Set(Attributes, "size", "{ \"anyOf\": [{ \"type\": \"integer\" }, { \"type\": \"null\" }] }"),
            []
        ),
        ["allOf with one schema beside words"] = (
            static root => root.Set(Attributes, "size", "{ \"allOf\": [{ \"type\": \"integer\" }], \"description\": \"The size.\" }"),
            []
        ),
        ["constant without a type"] = (static root => root.Set(Attributes, "size", "{ \"const\": 5 }"), []),
        ["no operations and no components"] = (
            static root =>
            {
                root.Replace("paths", "{}");
                root.Remove("components");
            },
            []
        ),
        ["trace"] = (static root => root.Set("paths['/v1/things']", "trace", "{ \"tags\": [\"Things\"], \"responses\": {} }"), ["KC0028"]),
        ["string with properties"] = (
            static root => root.Set(Attributes, "text", "{ \"type\": \"string\", \"properties\": { \"a\": { \"type\": \"string\" } } }"),
            ["KC0029"]
        ),
        ["required page number"] = (
            static root => root.SelectToken(List + ".parameters[?(@.name == 'page[number]')]")!["required"] = true,
            []
        ),
        ["attribute that a record cannot declare"] = (static root => root.Set(Attributes, "clone", Text), []),
        ["reference of a path"] = (
            static root =>
            {
                root.Set("components", "pathItems", new JObject { ["things"] = root["paths"]!["/v1/things"] }.ToString());
                root["paths"]!["/v1/things"] = new JObject { ["$ref"] = "#/components/pathItems/things" };
            },
            []
        ),
        ["metadata of other types"] = (
            static root =>
            {
                root.Replace("info", "{ \"title\": [], \"version\": 1.5, \"contact\": [\"a\"], \"license\": { \"name\": 1 } }");
                root.Replace("servers", "[\"a\", { \"url\": [] }]");
            },
            ["KC0019", "KC0019", "KC0019", "KC0019"]
        ),
        ["license as text"] = (static root => root.Set("info", "license", "\"MIT\""), ["KC0019"]),
        ["deletion with another path parameter"] = (
            static root =>
            {
                root.Set("paths['/v1/things/{thing_id}']", "delete", "{ \"tags\": [\"Things\"], \"responses\": {} }");
                Array.ForEach(["thing_id", "copy_id"], name => PathParameterOf(root, "delete", name));
            },
            []
        ),
        ["update with another path parameter"] = (
            static root =>
            {
                root.Set("paths['/v1/things/{thing_id}']", "patch", root.SelectToken("paths['/v1/things'].post")!.ToString());
                Array.ForEach(["thing_id", "copy_id"], name => PathParameterOf(root, "patch", name));
            },
            []
        ),
        ["attribute of thousands of characters"] = (
            static root =>
            {
                root.Set(Attributes, new string('a', 5_000), Text);
                root.Set(Attributes, new string('a', 5_000) + "b", "{ \"type\": \"string\", \"enum\": [\"a\"] }");
                root.Set(
                    Attributes,
                    new string('\u540D', 600),
                    "{ \"type\": \"object\", \"properties\": { \"a\": { \"enum\": [\"b\"] } } }"
                );
            },
            []
        ),
        ["tag and path of thousands of characters"] = (
            static root =>
            {
                root.Replace(List + ".tags[0]", $"\"{new string('\u6A21', 2_000)}\"");
                root.Rename("paths['/v1/token']", $"/v1/{new string('t', 3_000)}");
            },
            []
        ),
        ["enum value and parameters of thousands of characters"] = (
            static root =>
            {
                root.Set(Attributes, "plan", $"{{ \"type\": \"string\", \"enum\": [\"{new string('v', 4_000)}\"] }}");
                Parameter(root, List, $"filter[{new string('f', 4_000)}]", "query", Text);
                Parameter(root, List, $"X-{new string('h', 4_000)}", "header", Text, isRequired: true);
            },
            []
        ),
        ["attributes that differ in case"] = (
            static root => Array.ForEach(["ab", "Ab", "aB"], name => root.Set(Attributes, name, Text)),
            ["KC0004"]
        ),
        ["attributes that are equal after normalization"] = (
            static root => Array.ForEach(["\u00E9", "e\u0301", "\u212B", "\u00C5"], name => root.Set(Attributes, name, Text)),
            []
        ),
        ["attributes of keywords"] = (
            static root =>
                Array.ForEach(
                    [.. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)],
                    name => root.Set(Attributes, name, Text)
                ),
            ["KC0004"]
        ),
        ["tags that differ in case"] = (static root => root.Replace("paths['/v1/token'].post.tags[0]", "\"thingS\""), []),
        ["operation name with an underscore"] = (
            static root => root.Set("paths['/v1/token'].post", "x-operation-name", "\"Create_Token\""),
            []
        ),
        ["header with the name of the owner"] = (
            static root => Parameter(root, "paths['/v1/things'].post", "owner_id", "header", Text, isRequired: true),
            []
        ),
        ["resource types with the names of common types"] = (
            static root =>
                Array.ForEach(
                    ["kajabi_client", "i_kajabi_client", "generated_resourcess", "site_filtered_pathss", "client_areass"],
                    type => root.Set("components.x-resources", type, "{ \"description\": \"d\" }")
                ),
            []
        ),
        ["resource type with the name of an interface"] = (
            static root => root.Set("components.x-resources", "i_things_api", "{ \"description\": \"d\" }"),
            ["KC0004"]
        ),
        ["several duplicate names"] = (
            static root =>
            {
                Array.ForEach(["a_b", "a.b", "c_d", "c.d"], name => root.Set(Attributes, name, Text));
                root.Set(Attributes, "a-b", Text);
            },
            ["KC0004", "KC0004", "KC0004"]
        ),
        ["two types with one class name"] = (
            static root =>
                root.Set(Thing + ".relationships.properties", "other", "{ \"x-relationship\": { \"type\": \"thing_attributes\" } }"),
            []
        ),
        ["type with the name of another one"] = (
            static root => root.Set("components.x-resources", "others", "{ \"name\": \"ThingAttributes\" }"),
            ["KC0004"]
        ),
        ["same operation name in two areas"] = (
            static root =>
                root.Set(
                    "paths",
                    "/v2/things",
                    "{ \"get\": { \"tags\": [\"Others\"], \"parameters\": [{ \"name\": \"q\", \"in\": \"query\" }], \"responses\": {} } }"
                ),
            ["KC0004"]
        ),
    };

    public static TheoryData<string> Edits => [.. s_edits.Keys];

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_accepted_document_compiles_and_each_finding_has_its_own_location(string edit)
    {
        JObject contract = Edited(edit);
        using Composition strict = Composition.Create(contract.ToString());
        using Composition lenient = Composition.Create(contract.ToString(), isLenient: true);

        string[] codes = [.. lenient.Findings.Select(Code).Order(StringComparer.Ordinal)];
        Assert.Equal(s_edits[edit].Rules, codes);
        Assert.Equal(lenient.Findings.Count, lenient.Findings.Select(static finding => finding.Split(": ")[0]).Distinct().Count());
        Assert.Equal(lenient.Findings.All(static finding => Code(finding) is "KC0023" or "KC0029") ? 0 : 1, strict.ExitCode);
        Assert.Equal(0, lenient.ExitCode);
        Assert.Equal("", string.Join("\n", LibraryCompiler.CompileGenerated(await GeneratedCode.GenerateAsync(lenient.Output!))));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_overlay_action_in_the_message_of_a_name_makes_the_document_valid(string edit)
    {
        string contract = Edited(edit).ToString();
        using Composition strict = Composition.Create(contract);
        List<string> names = [.. strict.Findings.Where(static finding => Code(finding) is "KC0004" or "KC0022")];

        IEnumerable<string> actions = names.Select(static (finding, index) => Action(finding, $"Named{index}"));
        using Composition named = Composition.Create(
            contract,
            $"overlay: 1.0.0\ninfo: {{ title: t, version: '1' }}\nactions:\n- {{ target: $.info }}\n{string.Concat(actions)}"
        );

        Assert.Equal(strict.Findings.Except(names).Select(Code), named.Findings.Select(Code));
    }

    [Fact]
    public void Values_of_a_text_enum_that_are_not_quoted_have_their_text_in_JSON()
    {
        JObject contract = BaseContract.Read();
        contract.Set(Attributes, "plan", "{ \"type\": \"string\", \"enum\": [true, 1.5, \"a\", null] }");
        using Composition lenient = Composition.Create(contract.ToString(), isLenient: true);

        Assert.Equal(["true", "1.5", "a"], lenient.Schema("ThingPlan")["enum"]!.Values<string>());
    }

    [Fact]
    public void Enums_of_several_attributes_with_one_name_have_the_values_of_all()
    {
        JObject contract = BaseContract.Read();
        contract.Set(Attributes, "plan", "{ \"type\": \"string\", \"enum\": [\"a\", \"b\"], \"x-enum-name\": \"Shared\" }");
        contract.Set(Attributes, "level", "{ \"type\": \"string\", \"enum\": [\"a\", \"c\"], \"x-enum-name\": \"Shared\" }");
        using Composition lenient = Composition.Create(contract.ToString(), isLenient: true);

        Assert.DoesNotContain(lenient.Findings, static finding => finding.Contains("Shared", StringComparison.Ordinal));
        Assert.Equal(["a", "b", "c"], lenient.Schema("Shared")["enum"]!.Values<string>());
    }

    [Fact]
    public async Task Names_of_thousands_of_characters_fit_into_an_assembly()
    {
        JObject contract = BaseContract.Read();
        string[] edits = [.. s_edits.Keys.Where(static edit => edit.EndsWith("of thousands of characters", StringComparison.Ordinal))];
        Array.ForEach(edits, edit => s_edits[edit].Edit(contract));
        using Composition lenient = Composition.Create(contract.ToString(), isLenient: true);

        Assert.Equal(3, edits.Length);
        Assert.Equal("", string.Join("\n", LibraryCompiler.Emit(await GeneratedCode.GenerateAsync(lenient.Output!))));
    }

    /// <summary>Returns the overlay action in the message of a finding, with a name.</summary>
    private static string Action(string finding, string name) =>
        OverlayAction().Match(finding).Groups[1].Value.Replace(ProposedAction.Placeholder, name, StringComparison.Ordinal) + "\n";

    [GeneratedRegex(@"Add to the overlay: (- \{ .* \} \})\. [A-Z]")]
    private static partial Regex OverlayAction();

    // The name of the temporary folder, which is part of a finding, may contain the letters, too.
    private static string Code(string finding) => RuleId().Match(finding).Value;

    [GeneratedRegex(@"\bKC[0-9]{4}\b")]
    private static partial Regex RuleId();

    private static JObject Edited(string edit)
    {
        JObject contract = BaseContract.Read();
        ((JObject)contract.SelectToken(List + ".parameters[3].schema")!)["enum"] = new JArray("name");
        contract.SelectToken(List + ".parameters[4].schema")!.Replace(JToken.Parse("{ \"type\": \"string\", \"enum\": [\"owner\"] }"));
        s_edits[edit].Edit(contract);
        return contract;
    }

    private static void Query(JObject root, string name, string schema) => Parameter(root, List, name, "query", schema);

    private static void PathParameterOf(JObject root, string method, string name) =>
        Parameter(root, $"paths['/v1/things/{{thing_id}}'].{method}", name, "path", Text, isRequired: true);

    private static void Parameter(JObject root, string operation, string name, string location, string schema, bool isRequired = false)
    {
        JToken target = root.SelectToken(operation, errorWhenNoMatch: true)!;
        target["parameters"] ??= new JArray();
        ((JArray)target["parameters"]!).Add(
            new JObject
            {
                ["name"] = name,
                ["in"] = location,
                ["required"] = isRequired,
                ["schema"] = JToken.Parse(schema),
            }
        );
    }

    private static void PathParameter(JObject root, string name)
    {
        root.Replace("paths['/v1/things/{thing_id}'].get.parameters[0].name", $"\"{name}\"");
        root.Rename("paths['/v1/things/{thing_id}']", $"/v1/things/{{{name}}}");
    }

    private static void ResourceType(JObject root, string type)
    {
        root.Replace(Thing + ".type.enum[0]", $"\"{type}\"");
        root.Rename("paths['/v1/things']", $"/v1/{type}");
    }
}
