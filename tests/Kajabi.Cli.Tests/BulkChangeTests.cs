using System.Globalization;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>--from</c> of <c>tag</c>, <c>untag</c>, <c>grant</c> and <c>revoke</c>: many changes.</summary>
public sealed class BulkChangeTests : BulkTestBase
{
    [Fact]
    public async Task Everyone_of_a_list_gets_another_tag_over_several_pages()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        IReadOnlyDictionary<string, string> account = SandboxApi.Environment(sandbox);
        string[] list = ["--from", "contacts", "--filter", "has_tag_id=789", "--filter", "site_id=1"];
        string[] before = await ListAsync(account, "789");

        CliResult tagged = await InProcessCli.RunAsync(account, ["tag", "Wholesale", .. list, "--report", Report, "--json"]);
        CliResult untagged = await InProcessCli.RunAsync(account, ["untag", "789", .. list, "--report", Folder.File("untagged"), "--json"]);

        Assert.Equal((0, 0), (tagged.ExitCode, untagged.ExitCode));
        Assert.NotEmpty(before);
        Assert.Empty(await ListAsync(account, "789"));
        Assert.Empty(before.Except(await ListAsync(account, "790")));
        Assert.Equal(before.Length, (int?)untagged.Json["done"]);
        Assert.Equal(before.Length, ((int?)tagged.Json["done"] ?? 0) + ((int?)tagged.Json["already_done"] ?? 0));
        Assert.Equal(before.Order(), ReadReport().Select(static line => (string?)line["id"]).Order());
    }

    [Fact]
    public async Task All_pages_are_read_with_small_responses_before_the_first_write()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            request.Path != "/v1/contacts" ? """{"data":[{"type":"contact_tags","id":"789"}]}"""
            : request.Query["page[number]"] == "2" ? """{"data":[{"id":"9","type":"contacts"}],"meta":{"total_pages":2}}"""
            : """{"data":[{"id":"7","type":"contacts"},{"id":"8","type":"contacts"}],"links":{"next":"?page[number]=2"}}"""
        ));

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["untag", "789", "--from", "contacts", "--filter", "has_tag_id=789", "--report", Report]
        );

        Assert.Equal((0, $"contacts untagged: 3 done; report: {Report}\n"), (result.ExitCode, result.Output));
        Assert.Equal(
            [
                "GET /v1/contact_tags/789",
                "GET /v1/contacts?filter[has_tag_id]=789&fields[contacts]=created_at",
                "GET /v1/contacts?page[number]=2&filter[has_tag_id]=789&fields[contacts]=created_at",
                .. Enumerable
                    .Range(7, 3)
                    .SelectMany(static id =>
                        (string[])[$"GET /v1/contacts/{id}/relationships/tags", $"DELETE /v1/contacts/{id}/relationships/tags"]
                    ),
            ],
            api.Sent.Select(static sent => $"{sent.Method} {sent.Target}")
        );
    }

    [Fact]
    public async Task A_dry_run_sends_no_write_and_creates_no_report()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            request.Path.Value!.Contains("/8/", StringComparison.Ordinal) ? """{"data":[{"type":"offers","id":"456"}]}""" : EmptyList
        ));

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["grant", "contacts", "456", "--no-welcome-email", "--from", Write("id\n7\n8\n"), "--dry-run", "--json"]
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [("7", "planned"), ("8", "already_done")],
            result.Lines.Select(static line => ((string)line["id"]!, (string)line["status"]!))
        );
        Assert.All(api.Sent, static sent => Assert.Equal("GET", sent.Method));
        Assert.Equal(["targets.csv"], Folder.Files);
    }

    [Fact]
    public async Task A_dry_run_that_finds_an_error_has_the_exit_code_of_one()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        string[] command = ["tag", "789", "--from", Write("id\n2148433001\n999\n"), "--dry-run"];

        CliResult result = await InProcessCli.RunAsync(SandboxApi.Environment(sandbox), command);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("contacts 2148433001 planned", result.Output, StringComparison.Ordinal);
        Assert.Contains("contacts 999 failed", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 contacts cannot be changed.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact_tags", "tag", "999")]
    [InlineData("offers", "grant", "contacts", "999", "--no-welcome-email")]
    public async Task A_tag_or_offer_that_does_not_exist_is_rejected_before_the_first_contact(string type, params string[] command)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        CliResult result = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            [.. command, "--from", Write("id\n2148433001\n"), "--report", Report]
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"There is no resource 999 of the type {type}.", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public async Task A_missing_permission_to_read_the_tags_does_not_prevent_the_change()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { ForbiddenTypes = { "contact_tags" } }
        );

        CliResult result = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            ["tag", "789", "--from", Write("id\n2148433001\n"), "--report", Report]
        );

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_grant_is_only_sent_for_missing_offers()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[{"type":"offers","id":"456"}]}""");

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["grant", "customers", "456", "457", "--welcome-email", "--from", Write("id\n7\n"), "--report", Report]
        );

        Assert.Equal(0, result.ExitCode);
        LoopbackRequest sent = Assert.Single(api.Sent, static sent => sent.Method == "POST");
        Assert.Equal("/v1/customers/7/relationships/offers", sent.Target);
        Assert.Equal(["457"], JObject.Parse(sent.Body)["data"]!.Select(static offer => (string?)offer["id"]));
    }

    [Fact]
    public async Task Contacts_are_found_by_email_and_never_guessed()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            request.Path != "/v1/contacts"
                ? EmptyList
                : (string?)request.Query["filter[email_contains]"] switch
                {
                    "ada@example.com" => """
                    {"data":[
                      {"id":"7","type":"contacts","attributes":{"email":"Ada@example.com"}},
                      {"id":"8","type":"contacts","attributes":{"email":"not.ada@example.com"}}
                    ]}
                    """,
                    "twin@example.com" => """
                    {"data":[
                      {"id":"1","type":"contacts","attributes":{"email":"twin@example.com"}},
                      {"id":"2","type":"contacts","attributes":{"email":"twin@example.com"}}
                    ]}
                    """,
                    _ => """{"data":[]}""",
                }
        ));

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            [
                "tag",
                "789",
                "--from",
                Write("email\nada@example.com\nADA@example.com\ntwin@example.com\nnone@example.com\n"),
                "--site",
                "1",
                "--report",
                Report,
            ]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 duplicate rows are ignored", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            [("ada@example.com", "7", "done"), ("twin@example.com", null, "failed"), ("none@example.com", null, "failed")],
            ReadReport().Select(static line => ((string)line["email"]!, (string?)line["id"], (string)line["status"]!))
        );
        Assert.Equal(
            ["/v1/contacts/7/relationships/tags"],
            api.Sent.Where(static sent => sent.Method == "POST").Select(static sent => sent.Target)
        );
    }

    private static async Task<string[]> ListAsync(IReadOnlyDictionary<string, string> account, string tag)
    {
        CliResult listed = await InProcessCli.RunAsync(
            account,
            "list",
            "contacts",
            "--filter",
            string.Create(CultureInfo.InvariantCulture, $"has_tag_id={tag}"),
            "--filter",
            "site_id=1",
            "--all",
            "--json"
        );
        return [.. listed.Lines.Select(static line => (string)line["id"]!)];
    }
}
