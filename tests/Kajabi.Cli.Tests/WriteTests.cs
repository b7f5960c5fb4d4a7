using System.Net;
using System.Net.Sockets;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>create</c>, <c>update</c> and <c>delete</c>: requests, usage errors and results.</summary>
public sealed class WriteTests
{
    private const string Contact = """{"data":{"id":"7","type":"contacts","attributes":{"name":"Ada"}}}""";

    [Fact]
    public async Task Each_value_is_sent_with_the_type_of_its_attribute_and_nothing_else_is_sent()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Contact);

        CliResult result = await CliProcess.RunAsync(
            api,
            "create",
            "contacts",
            "--set",
            "name=Ada = 1",
            "--set",
            "subscribed=true",
            "--set",
            "custom_17=5",
            "--set",
            "phone_number=",
            "--set-json",
            "email=null",
            "--set-json",
            "custom_18={\"at\":\"2024-01-15T10:30:00.120-05:00\",\"n\":1.50}",
            "--relate",
            "site=9",
            "--json"
        );

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal("Ada", (string?)result.Json["attributes"]!["name"]);
        LoopbackRequest sent = Assert.Single(api.Sent);
        Assert.Equal(("POST", "/v1/contacts"), (sent.Method, sent.Target));
        Assert.Equal(
            """{"data":{"type":"contacts","attributes":"""
                + """{"name":"Ada = 1","email":null,"phone_number":"","subscribed":true,"custom_17":"5","custom_18":"""
                + """{"at":"2024-01-15T10:30:00.120-05:00","n":1.50}},"relationships":"""
                + """{"site":{"data":{"type":"sites","id":"9"}}}}}""",
            sent.Body
        );
    }

    [Fact]
    public async Task An_update_sends_the_given_attributes_including_null()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Contact);

        CliResult result = await InProcessCli.RunAsync(api.Environment, "update", "contacts", "7", "--set-json", "phone_number=null");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        LoopbackRequest sent = Assert.Single(api.Sent);
        Assert.Equal(("PATCH", "/v1/contacts/7"), (sent.Method, sent.Target));
        Assert.Equal("""{"data":{"id":"7","type":"contacts","attributes":{"phone_number":null}}}""", sent.Body);
    }

    [Theory]
    [InlineData("Did you mean name", "create", "contacts", "--set", "nmae=Ada")]
    [InlineData("'custom_0'", "create", "contacts", "--set", "custom_0=x")]
    [InlineData("'custom_1'", "create", "hooks", "--set", "custom_1=x", "--relate", "site=1")]
    [InlineData("set by Kajabi", "update", "contacts", "7", "--set", "created_at=2024-01-01")]
    [InlineData("set by Kajabi", "update", "contacts", "7", "--set-json", "created_at=null")]
    [InlineData("true or false", "update", "contacts", "7", "--set", "subscribed=maybe")]
    [InlineData("--set-json name", "update", "contacts", "7", "--set-json", "name=Ada")]
    [InlineData("one JSON value", "update", "contacts", "7", "--set-json", "name=1 2")]
    [InlineData("one JSON value", "update", "contacts", "7", "--set-json", "custom_1='x'")]
    [InlineData("one JSON value", "update", "contacts", "7", "--set-json", "custom_1=undefined")]
    [InlineData("one JSON value", "update", "contacts", "7", "--set-json", "custom_1=new Date(1)")]
    [InlineData("one JSON value", "update", "contacts", "7", "--set-json", "custom_1={\"a\":1,\"a\":2}")]
    [InlineData("different digits", "update", "contacts", "7", "--set-json", "custom_1=0.12345678901234567890123456789012345678")]
    [InlineData("different digits", "update", "contacts", "7", "--set-json", "custom_1=[1e30]")]
    [InlineData("twice", "update", "contacts", "7", "--set", "name=Ada", "--set-json", "name=null")]
    [InlineData("name=value", "update", "contacts", "7", "--set", "name")]
    [InlineData("nothing to change", "update", "contacts", "7")]
    [InlineData("--relate site=<id>", "create", "contacts", "--set", "name=Ada")]
    [InlineData("--relate contact=<id>", "create", "contact_notes", "--set", "body=Hello")]
    [InlineData("--relate site=<id>", "create", "hooks", "--set", "event=purchase")]
    [InlineData("no relationship 'sit'", "create", "contacts", "--relate", "sit=1")]
    [InlineData("2 times", "create", "contacts", "--relate", "site=1", "--relate", "site=2")]
    [InlineData("without an id", "create", "contacts", "--relate", "site=")]
    [InlineData("contact_notes, contacts, hooks", "create", "orders", "--set", "x=y")]
    [InlineData("contact_notes, contacts", "update", "hooks", "1", "--set", "event=purchase")]
    [InlineData("contact_notes, contacts, hooks", "delete", "orders", "1", "--yes")]
    [InlineData("Did you mean contacts", "create", "contcat", "--set", "x=y")]
    [InlineData("id", "delete", "contacts", "..", "--yes")]
    public async Task An_invalid_request_is_rejected_before_it_is_sent(string expected, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Contact);

        CliResult result = await InProcessCli.RunAsync(api.Environment, arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(api.Sent);
    }

    [Fact]
    public async Task A_resource_is_created_updated_and_deleted()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        IReadOnlyDictionary<string, string> account = SandboxApi.Environment(sandbox);

        CliResult created = await InProcessCli.RunAsync(
            account,
            "create",
            "contact_notes",
            "--set",
            "body=First",
            "--relate",
            "contact=123",
            "--json"
        );
        string id = (string)created.Json["id"]!;
        CliResult updated = await InProcessCli.RunAsync(account, "update", "contact_notes", id, "--set", "body=Second", "--json");
        CliResult deleted = await InProcessCli.RunAsync(account, "delete", "contact_notes", id, "--yes", "--json");
        CliResult afterwards = await InProcessCli.RunAsync(account, "get", "contact_notes", id);

        Assert.Equal((0, 0, 0), (created.ExitCode, updated.ExitCode, deleted.ExitCode));
        Assert.Equal("Second", (string?)updated.Json["attributes"]!["body"]);
        Assert.True(
            JToken.DeepEquals(JObject.Parse($$"""{"id":"{{id}}","type":"contact_notes","action":"deleted","related":[]}"""), deleted.Json),
            deleted.Output
        );
        Assert.Equal(1, afterwards.ExitCode);
    }

    [Fact]
    public async Task A_write_to_the_sandbox_reports_that_changes_are_lost()
    {
        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            "create",
            "contact_notes",
            "--set",
            "body=Hello",
            "--relate",
            "contact=123",
            "--json"
        );

        Assert.Equal((0, "Hello"), (result.ExitCode, (string?)result.Json["attributes"]!["body"]));
        Assert.Contains("lost when the command ends", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "<html>Oops</html>", 1)]
    [InlineData(408, "", 3)]
    [InlineData(501, "", 1)]
    [InlineData(302, "", 3)]
    [InlineData(200, "<html>Fine</html>", 3)]
    public async Task A_write_with_an_unknown_result_warns_that_it_may_have_been_processed(int status, string body, int exitCode)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(body, status, "text/html"));

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "create",
            "contact_notes",
            "--set",
            "body=Hello",
            "--relate",
            "contact=1"
        );

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("The API may have processed the request: check before", result.Error, StringComparison.Ordinal);
        Assert.Single(api.Sent);
    }

    [Fact]
    public async Task A_write_that_did_not_reach_the_API_can_be_run_again()
    {
        // The socket is bound but does not listen, so connections are refused.
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Dictionary<string, string> environment = new()
        {
            ["KAJABI_BASE_URL"] = $"http://{socket.LocalEndPoint}",
            ["KAJABI_CLIENT_ID"] = "id",
            ["KAJABI_CLIENT_SECRET"] = "secret",
        };

        CliResult result = await InProcessCli.RunAsync(environment, "delete", "contacts", "7", "--yes");

        Assert.Equal((3, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("run the command again", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("may have processed", result.Error, StringComparison.Ordinal);
    }
}
