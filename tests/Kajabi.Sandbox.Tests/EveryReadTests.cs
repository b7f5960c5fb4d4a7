using Kajabi.Sandbox.Tests.Filters;
using Kajabi.Sandbox.Tests.LikeTheService;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>
/// The response of every read operation, with every declared filter, include, sort order and field, matches the response schema of the
/// OpenAPI document: with the sample data, and with the resources of a test.
/// </summary>
public sealed class EveryReadTests : RawSandboxTestBase
{
    private static readonly ResponseValidator s_validator = ResponseValidator.Load();
    private readonly SchemaValidator _schemas = new(s_validator.Document);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_read_matches_the_OpenAPI_document(bool hasOwnData)
    {
        if (hasOwnData)
        {
            await AddDataAsync();
        }

        List<string> findings = [];
        HashSet<string> operations = [];
        int requests = 0;
        foreach ((_, string path, JObject operation) in s_validator.Operations.Where(static operation => operation.Method == "GET"))
        {
            foreach (string address in await GetAddressesAsync(path, operation))
            {
                findings.AddRange((await CheckAsync(operation, address)).Select(finding => $"{address}: {finding}"));
                operations.Add(path);
                requests++;
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct().Take(20)));
        Assert.Equal(s_validator.Operations.Count(static operation => operation.Method == "GET"), operations.Count);
        Assert.True(requests > 700, $"{requests} requests");
    }

    [Fact]
    public void Violations_of_a_schema_are_detected()
    {
        JObject schema = s_validator.Schema("ContactDocument");
        string[] damaged =
        [
            """{ "data": { "id": 5, "type": "contacts" } }""",
            """{ "data": { "id": "5", "type": "contact" } }""",
            """{ "data": { "id": "5", "type": "contacts", "extra": 1 } }""",
            """{ "data": [] }""",
            """{ "data": { "id": "5", "type": "contacts", "attributes": { "subscribed": "yes" } } }""",
            """{ "data": { "id": "5", "type": "contacts", "relationships": { "site": { "data": { "id": 1, "type": "sites" } } } } }""",
            """{ "data": { "id": null, "type": "contacts" } }""",
        ];

        Assert.Empty(_schemas.Check(schema, JObject.Parse("""{ "data": { "id": "5", "type": "contacts", "attributes": {} } }""")));
        Assert.All(damaged, json => Assert.NotEmpty(_schemas.Check(schema, JObject.Parse(json))));
    }

    /// <summary>Adds people, and lets one of them use every operation that creates something.</summary>
    private async Task AddDataAsync()
    {
        new PeopleWorld().AddTo(Sandbox.Sandbox.Store);
        JObject created = (
            await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts", WriteContact("""{ "name": "Ada", "email": "ada@example.com" }"""))
        ).Body;
        string id = (string)created["data"]!["id"]!;
        await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/contact_notes",
            Write("contact_notes", """{ "body": "New." }""", $$"""{ "contact": { "data": { "type": "contacts", "id": "{{id}}" } } }""")
        );
        await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/forms/801/submit",
            Write("form_submissions", """{ "name": "Bo", "email": "bo@example.com", "custom_1": "Shino" }""")
        );
        await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/hooks",
            Write(
                "hooks",
                """{ "event": "purchase", "target_url": "https://shop.example.com/" }""",
                """{ "site": { "data": { "type": "sites", "id": "1" } } }"""
            )
        );
        Sandbox.Sandbox.SimulateCheckout(id, ["456", "457", "458"]);
        Sandbox.Sandbox.SimulateCheckout("2148433003", "2148440010");
    }

    /// <summary>Returns requests of an operation with each of its parameters.</summary>
    private async Task<List<string>> GetAddressesAsync(string path, JObject operation)
    {
        string site = path.StartsWith("/v1/kajabi_payments_payouts", StringComparison.Ordinal) ? "filter[site_id]=1&" : string.Empty;
        string type = path.Split('/')[2];
        bool isSingle = path.Contains('{', StringComparison.Ordinal);
        List<string> ids = isSingle ? await Sandbox.GetIdsAsync($"/v1/{type}?{site}page[size]=500") : [];
        string[] queries = [.. GetQueries(type, operation).Distinct()];
        // A parameter is tested with one resource each, and the others are read as they are.
        return isSingle
            ?
            [
                .. ids.Take(10).Concat(ids.TakeLast(10)).Distinct().Select(id => Write(id, queries[0])),
                .. queries.SelectMany(query => ids.Take(2).Append(ids[^1]).Select(id => Write(id, query))),
            ]
            : [.. queries.Select(query => $"{path}?{site}{query}")];

        string Write(string id, string query) => $"{GetPath(path, id)}?{site}{query}";
    }

    /// <summary>Replaces the only parameter of a path.</summary>
    private static string GetPath(string path, string id) =>
        $"{path[..path.IndexOf('{', StringComparison.Ordinal)]}{id}{path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..]}";

    private static IEnumerable<string> GetQueries(string type, JObject operation)
    {
        yield return string.Empty;
        foreach (JToken parameter in operation["parameters"] ?? new JArray())
        {
            string name = (string)parameter["name"]!;
            foreach (string value in (string)parameter["in"]! == "query" ? GetValues(type, name, operation) : [])
            {
                yield return $"{name}={Uri.EscapeDataString(value)}";
            }
        }
    }

    private static IEnumerable<string> GetValues(string type, string name, JObject operation)
    {
        if (name == "include")
        {
            string[] declared = [.. ResponseValidator.Includes(operation)];
            return [.. declared, string.Join(',', declared), .. s_validator.Relationships(type)];
        }

        return name switch
        {
            "page[number]" => ["1", "2", "99"],
            "page[size]" => ["1", "500"],
            "sort" => ["created_at", "-title"],
            _ when name.StartsWith("fields[", StringComparison.Ordinal) => ["name", "title,created_at"],
            _ when PeopleDefinitions.All.TryGetValue(name["filter[".Length..^1], out var people) => people.Values,
            _ => ["1", "true", "2026-01-01", "a"],
        };
    }

    private async Task<IEnumerable<string>> CheckAsync(JObject operation, string address)
    {
        using HttpResponseMessage response = await Sandbox.Http.GetAsync(new Uri(address, UriKind.Relative));
        int status = (int)response.StatusCode;
        if (status != 200)
        {
            return [$"status {status}"];
        }

        JProperty content = ((JObject)operation["responses"]!["200"]!["content"]!).Properties().Single();
        if (content.Name != response.Content.Headers.ContentType?.MediaType)
        {
            return [$"{response.Content.Headers.ContentType} instead of {content.Name}"];
        }

        string text = await response.Content.ReadAsStringAsync();
        // The samples of events are bare arrays, which the SDK reads as the data of a document.
        bool isSample = address.Contains("_sample", StringComparison.Ordinal);
        JObject body = RawSandbox.Parse(isSample ? $"{{\"data\":{text}}}" : text);
        IEnumerable<string> resources = address.Contains("/relationships/", StringComparison.Ordinal) ? [] : s_validator.Check(body);
        return [.. _schemas.Check(content.Value["schema"]!, body), .. resources];
    }
}
