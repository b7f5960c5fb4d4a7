namespace Kajabi.Cli.Tests;

/// <summary>The summary of one resource: its title first, one line for each related resource, on one screen.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task The_title_is_first_and_each_related_resource_is_one_line()
    {
        (string output, IReadOnlyList<string> requests) = await GetAsync(
            """
            {
              "data": { "id": "1", "type": "contacts",
                "attributes": { "name": "Ada Byron", "email": "ada@example.com", "phone_number": null, "subscribed": true,
                                "created_at": "2026-03-01T09:30:12.345+01:00", "settings": { "a": 1 } },
                "relationships": {
                  "site": { "data": { "type": "sites", "id": "9" } },
                  "offers": { "data": [] },
                  "customer": { "links": { "self": "x" } },
                  "tags": { "data": [ { "type": "contact_tags", "id": "7" }, { "type": "contact_tags", "id": "8" } ] } } },
              "included": [ { "id": "7", "type": "contact_tags", "attributes": { "name": "VIP" } },
                            { "id": "8", "type": "contact_tags", "attributes": { "name": "Wholesale" } } ]
            }
            """
        );

        Assert.Equal(
            """
            Ada Byron (contacts 1)
              email       ada@example.com
              created_at  2026-03-01 08:30Z
              subscribed  true
              site        sites 9
              customer    not loaded
              offers      none
              tags        contact_tags 7  VIP
                          contact_tags 8  Wholesale
              2 more attributes: use --full

            """,
            output,
            ignoreLineEndingDifferences: true
        );
        Assert.Equal(["/v1/contacts/1?include=offers,tags,customer"], requests);
    }

    [Fact]
    public async Task Many_attributes_and_related_resources_fit_on_one_screen()
    {
        string attributes = string.Join(',', Enumerable.Range(1, 60).Select(static n => $"\"custom_{n}\":\"value {n}\""));
        string tags = string.Join(',', Enumerable.Range(1, 40).Select(static n => $$"""{"type":"contact_tags","id":"{{n}}"}"""));

        (string output, _) = await GetAsync(
            $$$"""
            { "data": { "id": "1", "type": "contacts", "attributes": { "name": "Ada", {{{attributes}}} },
                        "relationships": { "tags": { "data": [ {{{tags}}} ] } } } }
            """
        );

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 10, 24);
        Assert.Contains(lines, static line => line.Trim() == "and 35 more");
        Assert.Equal("48 more attributes: use --full", lines[^1].Trim());
    }

    [Fact]
    public async Task Named_includes_and_fields_replace_those_of_the_summary()
    {
        const string Contact = """{"data":{"id":"1","type":"contacts","attributes":{"name":"Ada"}}}""";

        (_, IReadOnlyList<string> include) = await GetAsync(Contact, "--include", "tags");
        (_, IReadOnlyList<string> fields) = await GetAsync(Contact, "--fields", "contacts=name");
        (_, IReadOnlyList<string> json) = await GetAsync(Contact, "--json");

        Assert.Equal(
            ["/v1/contacts/1?include=tags", "/v1/contacts/1?fields[contacts]=name", "/v1/contacts/1"],
            include.Concat(fields).Concat(json)
        );
    }

    [Fact]
    public async Task Columns_choose_the_attributes()
    {
        (string output, _) = await GetAsync(
            """{"data":{"id":"1","type":"contacts","attributes":{"name":"Ada","email":"ada@example.com","custom_17":"x"}}}""",
            "--columns",
            "custom_17,email"
        );

        Assert.Equal("Ada (contacts 1)\n  custom_17  x\n  email      ada@example.com\n", output);
    }

    [Fact]
    public async Task Control_characters_of_a_title_are_replaced()
    {
        (string output, _) = await GetAsync(
            """{"data":{"id":"1","type":"contacts","attributes":{"name":"\u001b[2JAda\nByron","email":"a\u202Eb"}}}"""
        );

        Assert.StartsWith("\uFFFD[2JAda Byron (contacts 1)\n", output, StringComparison.Ordinal);
        Assert.Contains("a\uFFFDb", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    private static async Task<(string Output, IReadOnlyList<string> Requests)> GetAsync(string document, params string[] options)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(document);
        CliResult result = await InProcessCli.RunAsync(api.Environment, ["get", "contact", "1", .. options]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return (result.Output, api.Requests);
    }
}
