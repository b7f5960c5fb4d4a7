using System.Text.RegularExpressions;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The option --anonymize of an export.</summary>
public sealed partial class AnonymizedExportTests
{
    private const string Page = """
        {
          "data": [
            {
              "id": "1", "type": "contacts",
              "attributes": {
                "name": "Johanna Brandt", "email": "Johanna@Example.org", "phone_number": "+49 30 555", "business_number": "030555",
                "subscribed": true, "address_line_1": "Ofenweg 7", "address_line_2": "Back house", "address_city": "Berlin",
                "address_state": "Brandenburg", "address_country": "Germany", "address_zip": "10115", "external_user_id": "crm-42",
                "custom_1": "Celadon", "custom_2": "", "custom_3": null, "created_at": "2024-01-15T10:30:00.120-05:00",
                "birthday": "1980-05-06", "custom_17": { "pets": ["Rex", 12345], "kept": null, "happy": true }, "shoe_size": 39.5
              },
              "relationships": { "tags": { "data": [ { "type": "contact_tags", "id": "7" } ] },
                "offers": { "links": { "self": "https://api.kajabi.com/v1/contacts/1/relationships/offers" }, "meta": { "who": "Mira" } } },
              "meta": { "owner": "Mira Okafor" }
            },
            { "id": "2", "type": "contacts", 
              "attributes": { "name": "Johanna Brandt", "email": "johanna@example.org", "custom_1": "Celadon" } }
          ],
          "included": [ { "id": "7", "type": "contact_tags", "attributes": { "name": "Friends of Johanna" } } ]
        }
        """;

    private static readonly string[] s_personal =
    [
        "Johanna",
        "Brandt",
        "example.org",
        "555",
        "Ofenweg",
        "Back house",
        "Berlin",
        "Germany",
        "10115",
        "crm-42",
        "Celadon",
        "1980",
        "Rex",
        "12345",
        "39.5",
        "Mira",
        "birthday",
        "shoe_size",
        "pets",
        "owner",
    ];

    [Theory]
    [InlineData("ndjson")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task No_personal_data_is_in_the_file(string format)
    {
        string text = await ExportAsync("a key", "--format", format, "--include", "tags");

        // An invented phone number has the area code 555.
        string checkedText = InventedPhone().Replace(text, string.Empty);
        Assert.All(s_personal, personal => Assert.DoesNotContain(personal, checkedText, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("2024-01-15T10:30:00.120-05:00", text, StringComparison.Ordinal);
        Assert.Contains("https://api.kajabi.com/v1/contacts/1/relationships/offers", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://hooks.example.org/team@example.org/in")]
    [InlineData("https://ann:secret@example.org")]
    public async Task A_URL_with_an_at_sign_remains_a_URL(string target)
    {
        string page = $$"""{ "data": [{ "id": "1", "type": "hooks", "attributes": { "target_url": "{{target}}" } }] }""";

        string lines = await AnonymizedExport.RunAsync("hooks", page, null, "--format", "ndjson");

        string url = (string)JObject.Parse(lines.Split('\n')[0])["attributes"]!["target_url"]!;
        Assert.True(Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme == "https", url);
        Assert.DoesNotContain("example.org", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_relationships_and_equal_values_remain()
    {
        JObject[] resources = await ReadAsync("a key");
        (JToken first, JToken second) = (resources[0]["attributes"]!, resources[1]["attributes"]!);

        Assert.Equal(["1", "2"], resources.Select(static resource => (string?)resource["id"]));
        Assert.Equal("7", (string?)resources[0]["relationships"]!["tags"]![0]!["id"]);
        Assert.Equal(first["name"], second["name"]);
        Assert.Equal(first["email"], second["email"]); // The case of an address does not matter.
        Assert.Equal(first["custom_1"], second["custom_1"]);
        Assert.Matches("^[a-z]+\\.[a-z]+\\.[0-9a-f]{12}@example\\.com$", (string?)first["email"]);
        Assert.Matches("^[A-Z][a-z]+ [A-Z][a-z]+$", (string?)first["name"]);
        Assert.Equal(
            (string.Empty, true, JTokenType.Null),
            ((string?)first["custom_2"], (bool)first["subscribed"]!, first["custom_3"]!.Type)
        );
        JProperty[] additional =
        [
            .. ((JObject)first).Properties().Where(static one => one.Name.StartsWith("additional_", StringComparison.Ordinal)),
        ];
        Assert.Equal([JTokenType.String, JTokenType.Integer], additional.Select(static one => one.Value.Type));
        Assert.Equal(2, ((string)additional[1]!).Length); // A shoe size of as many digits.
    }

    [Fact]
    public async Task The_same_key_results_in_the_same_values_and_another_one_in_others()
    {
        string first = await ExportAsync("a key", "--format", "ndjson");

        Assert.Equal(first, await ExportAsync("a key", "--format", "ndjson"));
        Assert.NotEqual(first, await ExportAsync("another key", "--format", "ndjson"));
        Assert.NotEqual(await ExportAsync(null, "--format", "ndjson"), await ExportAsync(null, "--format", "ndjson"));
    }

    [Fact]
    public async Task The_exports_of_a_sandbox_are_the_data_of_another_one()
    {
        await using KajabiSandbox source = await KajabiSandbox.StartAsync();
        await using KajabiSandbox target = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new(SandboxApi.Environment(source)) { ["KAJABI_ANONYMIZE_KEY"] = "a key" };
        foreach (
            string type in (string[])["purchases", "contacts", "customers", "offers", "products", "contact_tags", "transactions", "sites"]
        )
        {
            string[] include = type == "contacts" ? ["--include", "customer,offers,tags"] : [];
            CliResult result = await InProcessCli.RunAsync(
                environment,
                ["export", type, "--format", "ndjson", "--output", folder.File(type), "--anonymize", .. include]
            );
            Assert.True(result.ExitCode == 0, result.Error);
            await target.Data.LoadAsync(folder.File(type));
        }

        CliResult read = await InProcessCli.RunAsync(
            SandboxApi.Environment(target),
            "get",
            "contacts",
            "123",
            "--include",
            "customer,offers,tags",
            "--json"
        );
        JObject contact = JObject.Parse(read.Output);
        Assert.Equal("321", (string?)contact["relationships"]!["customer"]!["id"]);
        Assert.Equal(contact["attributes"]!["email"], contact["relationships"]!["customer"]!["attributes"]!["email"]);
        Assert.Equal(["456", "457"], contact["relationships"]!["offers"]!.Select(static offer => (string?)offer["id"]));
        Assert.DoesNotContain("Johanna", read.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(61, target.Store.GetAll("contacts").Count);
    }

    [Fact]
    public async Task An_interrupted_export_is_resumed_with_the_same_key()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 300 });
        sandbox.Faults.Add(SandboxFault.Delay(TimeSpan.FromMilliseconds(1)), times: 2); // Two pages are returned.
        sandbox.Faults.Add(SandboxFault.Forbidden());
        Dictionary<string, string> environment = new(SandboxApi.Environment(sandbox)) { ["KAJABI_ANONYMIZE_KEY"] = "a key" };
        using TemporaryFolder folder = new();

        Assert.Equal(1, (await RunAsync("resumed")).ExitCode);
        Assert.Equal(0, (await RunAsync("resumed", "--resume")).ExitCode);
        Assert.Equal(0, (await RunAsync("complete")).ExitCode);

        Assert.Equal(await File.ReadAllTextAsync(folder.File("complete")), await File.ReadAllTextAsync(folder.File("resumed")));

        Task<CliResult> RunAsync(string file, params string[] options) =>
            InProcessCli.RunAsync(
                environment,
                ["export", "contacts", "--filter", "site_id=3", "--format", "csv", "--output", folder.File(file), "--anonymize", .. options]
            );
    }

    private static async Task<JObject[]> ReadAsync(string key) =>
        [
            .. (await ExportAsync(key, "--format", "ndjson", "--include", "tags"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(JObject.Parse),
        ];

    private static Task<string> ExportAsync(string? key, params string[] options) =>
        AnonymizedExport.RunAsync("contacts", Page, key, options);

    [GeneratedRegex(@"\+1 555 \d{3} \d{4}")]
    private static partial Regex InventedPhone();
}
