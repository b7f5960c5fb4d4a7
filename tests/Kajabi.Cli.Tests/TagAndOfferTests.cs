using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>tag</c>, <c>untag</c>, <c>grant</c> and <c>revoke</c>.</summary>
public sealed class TagAndOfferTests
{
    [Fact]
    public async Task Tags_are_identified_by_name_on_the_site_of_the_contact_or_by_id()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        IReadOnlyDictionary<string, string> account = SandboxApi.Environment(sandbox);
        string contact = (string)
            (
                await InProcessCli.RunAsync(
                    account,
                    "create",
                    "contacts",
                    "--set",
                    "name=Ada",
                    "--set",
                    "email=ada@example.com",
                    "--relate",
                    "site=1",
                    "--json"
                )
            ).Json["id"]!;

        CliResult tagged = await InProcessCli.RunAsync(account, "tag", contact, "790", "Workshop 2026", "--json");
        CliResult untagged = await InProcessCli.RunAsync(account, "untag", contact, "Wholesale");
        CliResult after = await InProcessCli.RunAsync(account, "get", "contacts", contact, "--include", "tags", "--json");

        Assert.Equal((0, "tagged"), (tagged.ExitCode, (string?)tagged.Json["action"]));
        Assert.Equal(["790", "789"], tagged.Json["related"]!.Select(static tag => (string?)tag["id"]));
        Assert.Equal((0, $"contacts {contact} untagged: contact_tags 790\n"), (untagged.ExitCode, untagged.Output));
        Assert.Equal(["789"], after.Json.SelectTokens("relationships.tags[*].id").Select(static id => (string?)id));
    }

    [Theory]
    [InlineData("Nowhere", "Nowhere")]
    [InlineData("Twin", "Twin")]
    [InlineData("790", "790", "--names")]
    public async Task A_name_that_does_not_match_exactly_one_tag_is_reported_and_nothing_is_written(string name, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            request.Path == "/v1/contact_tags"
                ? """
                {
                  "data":[
                    {"id":"1","type":"contact_tags","attributes":{"name":"Twin"}},
                    {"id":"2","type":"contact_tags","attributes":{"name":"Twin"}},
                    {"id":"790","type":"contact_tags","attributes":{"name":"VIP"}}
                  ]
                }
                """
                : """{"data":{"id":"7","type":"contacts","relationships":{"site":{"data":{"type":"sites","id":"9"}}}}}"""
        ));

        CliResult result = await InProcessCli.RunAsync(api.Environment, ["tag", "7", .. arguments]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains($"'{name}'", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["GET /v1/contacts/7", "GET /v1/contact_tags?filter[site_id]=9"],
            api.Sent.Select(static sent => $"{sent.Method} {sent.Target}")
        );
    }

    [Theory]
    [InlineData("--welcome-email", true)]
    [InlineData("--no-welcome-email", false)]
    public async Task A_grant_specifies_whether_an_email_is_sent(string option, bool isSent)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[{"type":"offers","id":"456"}]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "grant", "contacts", "7", "456", "457", option, "--json");

        LoopbackRequest sent = Assert.Single(api.Sent);
        Assert.Equal((0, "POST", "/v1/contacts/7/relationships/offers"), (result.ExitCode, sent.Method, sent.Target));
        JObject body = JObject.Parse(sent.Body);
        Assert.Equal(["456", "457"], body["data"]!.Select(static offer => (string?)offer["id"]));
        Assert.Equal(isSent, (bool)body["meta"]!["send_customer_welcome_email"]!);
        Assert.Equal("granted", (string?)result.Json["action"]);
    }

    [Theory]
    [InlineData("--no-welcome-email", "contacts", "7", "456")]
    [InlineData("Omit one", "contacts", "7", "456", "--welcome-email", "--no-welcome-email")]
    [InlineData("cannot suppress the welcome email", "customers", "7", "456", "--no-welcome-email")]
    [InlineData("neither", "offers", "7", "456", "--welcome-email")]
    [InlineData("empty", "contacts", "7", " ", "--welcome-email")]
    public async Task An_ambiguous_grant_is_not_sent(string expected, params string[] arguments)
    {
        string error = await RejectedCommand.RunAsync(["grant", .. arguments]);

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("customers")]
    public async Task Offers_are_revoked_from_a_contact_or_a_customer(string type)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "revoke", type, "7", "456");

        LoopbackRequest sent = Assert.Single(api.Sent);
        Assert.Equal((0, "DELETE", $"/v1/{type}/7/relationships/offers"), (result.ExitCode, sent.Method, sent.Target));
        Assert.Equal("""{"data":[{"type":"offers","id":"456"}]}""", sent.Body);
        Assert.Equal($"{type} 7 revoked: offers 456\n", result.Output);
    }
}
