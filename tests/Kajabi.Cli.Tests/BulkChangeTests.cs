using System.Globalization;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>--from</c> of <c>tag</c>, <c>untag</c>, <c>grant</c> and <c>revoke</c>: many changes, their report and resuming.</summary>
public sealed class BulkChangeTests : IDisposable
{
    private const string HasNoTags = """{"data":[]}""";

    private readonly TemporaryFolder _folder = new();

    private string Report => _folder.File("report.ndjson");

    [Fact]
    public async Task Everyone_of_a_list_gets_another_tag_over_several_pages()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        IReadOnlyDictionary<string, string> account = SandboxApi.Environment(sandbox);
        string[] list = ["--from", "contacts", "--filter", "has_tag_id=789", "--filter", "site_id=1"];
        string[] before = await ListAsync(account, "789");

        CliResult tagged = await InProcessCli.RunAsync(account, ["tag", "Wholesale", .. list, "--report", Report, "--json"]);
        CliResult untagged = await InProcessCli.RunAsync(
            account,
            ["untag", "789", .. list, "--report", _folder.File("untagged"), "--json"]
        );

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
            request.Path.Value!.Contains("/8/", StringComparison.Ordinal) ? """{"data":[{"type":"offers","id":"456"}]}""" : HasNoTags
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
        Assert.Equal(["targets.csv"], _folder.Files);
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
    public async Task The_report_states_what_was_done_failed_and_is_unknown_and_resuming_sends_the_rest()
    {
        bool isFixed = false;
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            HasNoTags,
            isFixed || request.Method == "GET" ? 200
                : request.Path.Value!.Contains("/8/", StringComparison.Ordinal) ? 422
                : request.Path.Value.Contains("/9/", StringComparison.Ordinal) ? 500
                : 200
        ));
        string[] command = ["tag", "789", "--from", Write("id\n7\n8\n9\n10\n"), "--report", Report];

        CliResult first = await InProcessCli.RunAsync(api.Environment, command);
        (string, string, bool)[] report = [.. ReadStatuses()];
        CliResult withoutOption = await InProcessCli.RunAsync(api.Environment, command);
        int sent = api.Sent.Count;
        isFixed = true;
        CliResult resumed = await InProcessCli.RunAsync(api.Environment, [.. command, "--resume"]);

        Assert.Equal((1, 2, 0), (first.ExitCode, withoutOption.ExitCode, resumed.ExitCode));
        Assert.Equal([("7", "done", false), ("8", "failed", true), ("9", "unknown", true), ("10", "done", false)], report);
        Assert.Contains("--resume", withoutOption.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["/v1/contacts/8/relationships/tags", "/v1/contacts/9/relationships/tags"],
            api.Sent.Skip(sent).Where(static one => one.Method == "POST").Select(static one => one.Target)
        );
        Assert.All(ReadStatuses(), static line => Assert.Equal("done", line.Status));
        Assert.DoesNotContain("a secret", await File.ReadAllTextAsync(Report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_is_not_of_a_contact_stops_and_the_rest_is_pending()
    {
        int writes = 0;
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            HasNoTags,
            request.Method == "POST" && ++writes > 1 ? 403 : 200
        ));

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["tag", "789", "--from", Write("id\n7\n8\n9\n"), "--report", Report]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 done, 1 failed, 1 pending; run the same command with --resume", result.Error, StringComparison.Ordinal);
        Assert.Equal(["done", "failed", "pending"], ReadStatuses().Select(static line => line.Status));
    }

    [Fact]
    public async Task Cancellation_during_a_write_leaves_a_report_that_can_be_resumed()
    {
        using CancellationTokenSource cancellation = new();
        bool isCanceled = false;
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
        {
            if (request.Method == "POST" && !isCanceled && request.Path.Value!.Contains("/8/", StringComparison.Ordinal))
            {
                isCanceled = true;
                cancellation.Cancel();
                request.HttpContext.RequestAborted.WaitHandle.WaitOne();
            }

            return new LoopbackResponse(HasNoTags);
        });
        string[] command = ["tag", "789", "--from", Write("id\n7\n8\n9\n"), "--report", Report];
        using StringWriter output = new();
        using StringWriter error = new();

        int exitCode = await CliApplication.RunAsync(
            command,
            new Terminal(output, error, api.Environment.GetValueOrDefault),
            cancellation.Token
        );
        string[] interrupted = [.. ReadStatuses().Select(static line => line.Status)];
        CliResult resumed = await InProcessCli.RunAsync(api.Environment, [.. command, "--resume"]);

        Assert.Equal((130, 0), (exitCode, resumed.ExitCode));
        Assert.Equal(["done", "unknown", "pending"], interrupted);
        Assert.All(ReadStatuses(), static line => Assert.Equal("done", line.Status));
    }

    [Fact]
    public async Task A_report_of_a_killed_process_is_resumed_although_its_last_line_is_incomplete()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(HasNoTags);
        string[] command = ["tag", "789", "--from", Write("id\n7\n8\n"), "--report", Report];
        await InProcessCli.RunAsync(api.Environment, command);
        string[] lines = await File.ReadAllLinesAsync(Report);
        string journal = string.Join(
            '\n',
            lines[0],
            lines[1],
            lines[2].Replace("done", "pending", StringComparison.Ordinal),
            lines[2][..9]
        );
        await File.WriteAllTextAsync(Report, journal);
        int sent = api.Sent.Count;

        CliResult resumed = await InProcessCli.RunAsync(api.Environment, [.. command, "--resume"]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(
            ["/v1/contact_tags/789", "/v1/contacts/8/relationships/tags"],
            api.Sent.Skip(sent).Select(static one => one.Target).Distinct()
        );
        Assert.Equal(lines, await File.ReadAllLinesAsync(Report));
    }

    [Theory]
    [InlineData("ids", "tag", "790")]
    [InlineData("command", "untag", "789")]
    public async Task A_different_command_does_not_resume_it(string difference, string command, string tag)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(HasNoTags);
        string file = Write("id\n7\n");
        await InProcessCli.RunAsync(api.Environment, ["tag", "789", "--from", file, "--report", Report]);
        string report = await File.ReadAllTextAsync(Report);

        CliResult result = await InProcessCli.RunAsync(api.Environment, [command, tag, "--from", file, "--report", Report, "--resume"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"a different {difference}", result.Error, StringComparison.Ordinal);
        Assert.Equal(report, await File.ReadAllTextAsync(Report));
    }

    [Fact]
    public async Task Contacts_are_found_by_email_and_never_guessed()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            request.Path != "/v1/contacts"
                ? HasNoTags
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

    public void Dispose() => _folder.Dispose();

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

    private string Write(string csv)
    {
        string path = _folder.File("targets.csv");
        File.WriteAllText(path, csv);
        return path;
    }

    private IEnumerable<JObject> ReadReport() => File.ReadAllLines(Report).Skip(1).Select(JObject.Parse);

    private IEnumerable<(string Id, string Status, bool HasReason)> ReadStatuses() =>
        ReadReport().Select(static line => ((string)line["id"]!, (string)line["status"]!, line["reason"] is not null));
}
