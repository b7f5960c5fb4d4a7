using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The size of the output is proportional to the document, not to the number of paths through it.</summary>
public sealed class GraphSizeTests
{
    [Theory]
    [InlineData("get", "contacts", "1", "--json")]
    [InlineData("get", "contacts", "1", "--full")]
    [InlineData("list", "contacts", "--include", "tags", "--json")]
    [InlineData("list", "contacts", "--include", "tags", "--full")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "csv", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "ndjson", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "json", "--output", "-")]
    public async Task Tags_that_all_relate_to_each_other_are_shown_once(params string[] arguments)
    {
        string document = CreateDocument(contacts: 1, tags: 16);
        await using LoopbackApi api = await LoopbackApi.StartAsync(arguments[0] == "get" ? CreateSingle(document) : document);

        CliResult result = await InProcessCli.RunAsync(api.Environment, arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Output.Length, 1, 2 * document.Length);
        Assert.All(Enumerable.Range(1, 16), tag => Assert.Equal(2, result.Output.Split(GetName(tag)).Length));
    }

    [Fact]
    public async Task Each_resource_of_a_page_shows_a_shared_resource_in_full()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(CreateDocument(contacts: 30, tags: 2));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--include", "tags", "--json");

        Assert.All(
            result.Lines,
            static line => Assert.Equal(GetName(1), (string?)line.SelectToken("relationships.tags[0].attributes.name"))
        );
    }

    [Theory]
    [InlineData("list", "contacts", "--include", "tags", "--json")]
    [InlineData("list", "contacts", "--include", "tags", "--full")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "csv", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "json", "--output", "-")]
    public async Task Related_resources_that_would_multiply_the_page_are_shown_once(params string[] arguments)
    {
        string document = CreateDocument(contacts: 200, tags: 40);
        await using LoopbackApi api = await LoopbackApi.StartAsync(document);

        CliResult result = await InProcessCli.RunAsync(api.Environment, arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Output.Length, 1, 2 * document.Length);
        Assert.All(Enumerable.Range(1, 40), tag => Assert.Equal(2, result.Output.Split(GetName(tag)).Length));
    }

    private static string GetName(int tag) => string.Create(CultureInfo.InvariantCulture, $"the name of tag {tag:D3}");

    /// <summary>Contacts that are linked to the first tag, and tags that are all linked to each other.</summary>
    private static string CreateDocument(int contacts, int tags)
    {
        JArray Linkage(int count) =>
            new(
                Enumerable
                    .Range(1, count)
                    .Select(static tag => new JObject(new JProperty("type", "contact_tags"), new JProperty("id", GetId(tag))))
            );
        JObject Resource(string type, int id, string name, int count) =>
            new(
                new JProperty("id", GetId(id)),
                new JProperty("type", type),
                new JProperty("attributes", new JObject(new JProperty("name", name))),
                new JProperty("relationships", new JObject(new JProperty("tags", new JObject(new JProperty("data", Linkage(count))))))
            );
        return new JObject(
            new JProperty("data", new JArray(Enumerable.Range(1, contacts).Select(id => Resource("contacts", id, "Ada", 1)))),
            new JProperty("included", new JArray(Enumerable.Range(1, tags).Select(id => Resource("contact_tags", id, GetName(id), tags))))
        ).ToString();
    }

    private static string CreateSingle(string document)
    {
        JObject json = JObject.Parse(document);
        json["data"] = json["data"]![0];
        return json.ToString();
    }

    private static string GetId(int number) => number.ToString(CultureInfo.InvariantCulture);
}
