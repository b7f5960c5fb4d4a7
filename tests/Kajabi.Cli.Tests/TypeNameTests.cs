using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>Types can be written in the singular, in upper case and with hyphens.</summary>
public sealed class TypeNameTests
{
    [Theory]
    [InlineData("contact", "/v1/contacts")]
    [InlineData("Contacts", "/v1/contacts")]
    [InlineData("CONTACT", "/v1/contacts")]
    [InlineData("blog-post", "/v1/blog_posts")]
    [InlineData("BlogPosts", "/v1/blog_posts")]
    public async Task A_list_is_read_by_each_form_of_its_type(string type, string path)
    {
        Assert.Equal(path, await ListRequest.SendAsync(type));
    }

    [Fact]
    public async Task Every_command_with_a_type_accepts_the_singular()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static request => new LoopbackResponse(
            request.Method == "GET" && request.Path.Value!.EndsWith('s')
                ? """{"data":[{"id":"7","type":"contacts"}]}"""
                : """{"data":{"id":"7","type":"contacts","attributes":{"name":"Ada"}}}"""
        ));
        string[][] commands =
        [
            ["get", "contact", "7", "--json", "--fields", "Contact=name"],
            ["update", "contact", "7", "--set", "name=Ada"],
            ["create", "contact", "--set", "name=Ada", "--relate", "site=1"],
            ["grant", "contact", "7", "456", "--no-welcome-email"],
            ["export", "contact", "--format", "ndjson", "--output", "-"],
            ["explain", "contact"],
        ];

        foreach (string[] command in commands)
        {
            CliResult result = await InProcessCli.RunAsync(api.Environment, command);

            Assert.True(result.ExitCode == 0, $"{string.Join(' ', command)}: {result.Error}");
        }

        Assert.Equal(
            [
                "GET /v1/contacts/7?fields[contacts]=name",
                "PATCH /v1/contacts/7",
                "POST /v1/contacts",
                "POST /v1/contacts/7/relationships/offers",
            ],
            api.Sent.Take(4).Select(static sent => $"{sent.Method} {sent.Target}")
        );
        Assert.Equal("contacts", (string?)JObject.Parse(api.Sent[1].Body).SelectToken("data.type"));
    }
}
