using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The JSON of a relationship shows which of its five states it has.</summary>
public sealed class RelationshipJsonTests
{
    private const string Document = """
        {
          "data": {
            "id": "1", "type": "contacts",
            "attributes": { "name": "Ada", "email": null, "custom_17": {"a": [1]}, "created_at": "2024-01-15T10:30:00.120-05:00" },
            "relationships": {
              "tags": { "data": [ {"type": "contact_tags", "id": "7"}, {"type": "contact_tags", "id": "8"} ] },
              "offers": { "links": { "self": "https://api.kajabi.com/v1/contacts/1/relationships/offers" } },
              "customer": { "data": { "type": "customers", "id": "3" } },
              "site": { "data": null },
              "notes": { "data": [] },
              "friends": { "meta": { "count": 2 } },
              "nothing": {},
              "empty": null,
              "best_friend": { "data": { "type": "penguins", "id": "99" } }
            }
          },
          "included": [
            { "id": "8", "type": "contact_tags", "attributes": { "name": "VIP" } },
            { "id": "99", "type": "penguins", "attributes": { "swims": true } }
          ]
        }
        """;

    [Theory]
    [InlineData("customer", """{"id":"3","type":"customers"}""")]
    [InlineData("site", "null")]
    [InlineData("notes", "[]")]
    [InlineData("offers", """{"links":{"self":"https://api.kajabi.com/v1/contacts/1/relationships/offers"}}""")]
    [InlineData("friends", """{"meta":{"count":2}}""")]
    [InlineData(
        "tags",
        """[{"id":"7","type":"contact_tags"},{"id":"8","type":"contact_tags","attributes":{"name":"VIP"},"relationships":{}}]"""
    )]
    [InlineData("best_friend", """{"id":"99","type":"penguins","attributes":{"swims":true},"relationships":{}}""")]
    public async Task Each_state_has_its_own_JSON(string relationship, string expected)
    {
        CliResult result = await GetAsync();

        Assert.Equal(expected, result.Json["relationships"]![relationship]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task An_absent_relationship_is_omitted()
    {
        CliResult result = await GetAsync();

        Assert.Equal(
            ["best_friend", "customer", "friends", "notes", "offers", "site", "tags"],
            ((JObject)result.Json["relationships"]!).Properties().Select(static one => one.Name).Order()
        );
    }

    [Fact]
    public async Task Attributes_are_written_unchanged()
    {
        CliResult result = await GetAsync();

        Assert.Equal(["id", "type", "attributes", "relationships"], result.Json.Properties().Select(static one => one.Name));
        JObject expected = JObject.Parse("""{"name":"Ada","email":null,"custom_17":{"a":[1]}}""");
        expected["created_at"] = "2024-01-15T10:30:00.120-05:00";
        Assert.True(JToken.DeepEquals(Sort(expected), Sort((JObject)result.Json["attributes"]!)), result.Output);
    }

    private static JObject Sort(JObject json) => new(json.Properties().OrderBy(static one => one.Name, StringComparer.Ordinal));

    private static async Task<CliResult> GetAsync()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Document);
        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--json");
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result;
    }
}
