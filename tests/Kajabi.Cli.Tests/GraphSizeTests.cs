using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The output grows with the document and not with the paths through it.</summary>
public sealed class GraphSizeTests
{
    [Theory]
    [InlineData("get", "contacts", "1", "--json")]
    [InlineData("get", "contacts", "1")]
    [InlineData("list", "contacts", "--include", "tags", "--json")]
    [InlineData("list", "contacts", "--include", "tags")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "csv", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "ndjson", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "json", "--output", "-")]
    public async Task Tags_that_all_relate_to_each_other_are_shown_once(params string[] arguments)
    {
        string document = Document(contacts: 1, tags: 16);
        await using LoopbackApi api = await LoopbackApi.StartAsync(arguments[0] == "get" ? Single(document) : document);

        CliResult result = await InProcess.RunAsync(api.Environment, arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Output.Length, 1, 2 * document.Length);
        Assert.All(Enumerable.Range(1, 16), tag => Assert.Equal(2, result.Output.Split(Name(tag)).Length));
    }

    [Fact]
    public async Task Resources_of_a_page_each_show_what_they_share()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Document(contacts: 30, tags: 2));

        CliResult result = await InProcess.RunAsync(api.Environment, "list", "contacts", "--include", "tags", "--json");

        Assert.All(result.Lines, static line => Assert.Equal(Name(1), (string?)line.SelectToken("relationships.tags[0].attributes.name")));
    }

    [Theory]
    [InlineData("list", "contacts", "--include", "tags", "--json")]
    [InlineData("list", "contacts", "--include", "tags")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "csv", "--output", "-")]
    [InlineData("export", "contacts", "--include", "tags", "--format", "json", "--output", "-")]
    public async Task What_would_multiply_a_page_is_shown_once_on_it(params string[] arguments)
    {
        string document = Document(contacts: 200, tags: 40);
        await using LoopbackApi api = await LoopbackApi.StartAsync(document);

        CliResult result = await InProcess.RunAsync(api.Environment, arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(result.Output.Length, 1, 2 * document.Length);
        Assert.All(Enumerable.Range(1, 40), tag => Assert.Equal(2, result.Output.Split(Name(tag)).Length));
    }

    private static string Name(int tag) => string.Create(CultureInfo.InvariantCulture, $"the name of tag {tag:D3}");

    /// <summary>Contacts that are linked to the first tag, and tags that are all linked to each other.</summary>
    private static string Document(int contacts, int tags)
    {
        JArray Linkage(int count) =>
            new(
                Enumerable
                    .Range(1, count)
                    .Select(static tag => new JObject(new JProperty("type", "contact_tags"), new JProperty("id", Id(tag))))
            );
        JObject Resource(string type, int id, string name, int count) =>
            new(
                new JProperty("id", Id(id)),
                new JProperty("type", type),
                new JProperty("attributes", new JObject(new JProperty("name", name))),
                new JProperty("relationships", new JObject(new JProperty("tags", new JObject(new JProperty("data", Linkage(count))))))
            );
        return new JObject(
            new JProperty("data", new JArray(Enumerable.Range(1, contacts).Select(id => Resource("contacts", id, "Ada", 1)))),
            new JProperty("included", new JArray(Enumerable.Range(1, tags).Select(id => Resource("contact_tags", id, Name(id), tags))))
        ).ToString();
    }

    private static string Single(string document)
    {
        JObject json = JObject.Parse(document);
        json["data"] = json["data"]![0];
        return json.ToString();
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);
}
