using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>A document is a graph. The JSON output is a tree, so every path ends.</summary>
public sealed class GraphTests
{
    [Fact]
    public async Task A_resource_nested_in_itself_is_an_identifier()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            """
            {
              "data": { "id": "1", "type": "contacts", "relationships": { "customer": { "data": { "type": "customers", "id": "2" } } } },
              "included": [
                { "id": "2", "type": "customers", "relationships": {
                    "contact": { "data": { "type": "contacts", "id": "1" } },
                    "offers": { "data": [ { "type": "offers", "id": "5" } ] } } },
                { "id": "5", "type": "offers", "attributes": { "title": "Plan" }, "relationships": { "products": { "data": [] } } }
              ]
            }
            """
        );

        CliResult result = await CliProcess.RunAsync(api, "get", "contacts", "1", "--include", "customer.offers", "--json");

        JToken customer = result.Json["relationships"]!["customer"]!["relationships"]!;
        Assert.Equal(["id", "type"], ((JObject)customer["contact"]!).Properties().Select(static one => one.Name));
        Assert.Equal("Plan", (string?)customer["offers"]![0]!["attributes"]!["title"]);
    }

    [Fact]
    public async Task Meta_and_unknown_members_of_a_resource_are_written()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            """{ "data": [{ "id": "1", "type": "contacts", "meta": { "score": 7 }, "links": { "self": "x" }, "version": "3" }] }"""
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json");

        Assert.Equal((7, "3"), ((int)result.Json["meta"]!["score"]!, (string?)result.Json["version"]));
    }

    [Fact]
    public async Task A_resource_on_two_paths_is_shown_in_full_on_the_shorter_one()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            """
            {
              "data": { "id": "1", "type": "contacts", "relationships": {
                "site": { "data": { "type": "sites", "id": "9" } },
                "customer": { "data": { "type": "customers", "id": "2" } } } },
              "included": [
                { "id": "2", "type": "customers", "relationships": { "site": { "data": { "type": "sites", "id": "9" } } } },
                { "id": "9", "type": "sites", "attributes": { "title": "Shop" } }
              ]
            }
            """
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--json");

        Assert.Equal("Shop", (string?)result.Json.SelectToken("relationships.site.attributes.title"));
        Assert.Equal(
            """{"id":"9","type":"sites"}""",
            result.Json.SelectToken("relationships.customer.relationships.site")!.ToString(Formatting.None)
        );
    }

    [Fact]
    public async Task Resources_below_the_documented_depth_are_identifiers()
    {
        // A chain of resources, each related to the next.
        static string Penguin(int number) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {
                  "id": "{{number}}", "type": "penguins", "attributes": {},
                  "relationships": { "next": { "data": { "type": "penguins", "id": "{{number + 1}}" } } }
                }
                """
            );
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            $$"""
            {
              "data": { "id": "1", "type": "contacts", "relationships": { "next": { "data": { "type": "penguins", "id": "1" } } } },
              "included": [ {{string.Join(',', Enumerable.Range(1, 20).Select(Penguin))}} ]
            }
            """
        );

        CliResult help = await InProcessCli.RunAsync(api.Environment, "get", "--help");
        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--json");

        int depth = 0;
        JToken resource = result.Json;
        while (resource.SelectToken("relationships.next") is { } next)
        {
            (resource, depth) = (next, depth + 1);
        }

        Assert.Equal(["id", "type"], ((JObject)resource).Properties().Select(static one => one.Name));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"nested up to {depth - 1} levels deep"),
            help.Output,
            StringComparison.Ordinal
        );
    }
}
