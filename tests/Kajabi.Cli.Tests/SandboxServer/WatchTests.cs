using System.Net;
using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Files of --data that change while the sandbox runs.</summary>
public sealed class WatchTests
{
    private const string Invalid = "continues with the previous data";
    private const string Loaded = "was loaded again";

    public static TheoryData<string> Damages =>
        [
            "{",
            """{ "data": [{ "type": "contacts", "id": "\ud800" }] }""",
            """{ "data": [{ "type": "contacts", "id": "1", "id": "2" }] }""",
            """{ "type": "contacts", "id": "1", "attributes": { "name": "\udc00" } }""",
            """{ "type": "contacts", "id": "1", "attributes": { "name": "Ann", "name": "Ann" } }""",
            """{ "data": [{ "type": "unknown", "id": "1" }] }""",
        ];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_file_that_becomes_invalid_changes_nothing(string text)
    {
        await using WatchedSandbox watched = await WatchedSandbox.StartAsync(ExampleData.Contact("7001"));
        RunningSandbox sandbox = watched.Sandbox;
        await sandbox.RequireAsync("POST", "/data", ExampleData.Contact("7002"));
        await sandbox.RequireAsync("POST", "/faults", """{ "type": "forbidden", "path": "/v1/me" }""");
        await sandbox.RequireAsync("POST", "/admin-webhooks", """{ "event": "payment.succeeded", "target_url": "http://127.0.0.1:9/" }""");
        await sandbox.RequireAsync("POST", "/data", ExampleData.Offer("1"));
        await sandbox.RequireAsync("POST", "/checkout", """{ "contact_id": "7001", "offer_ids": ["1"] }""");
        using HttpResponseMessage _ = await sandbox.CallApiAsync("/v1/contacts");

        await watched.WriteAsync(text, Invalid);

        Assert.Equal(2, (int?)(await sandbox.RequireAsync("GET", "/resources/contacts"))["count"]);
        Assert.Equal(2, (int?)(await sandbox.RequireAsync("GET", "/requests"))["count"]);
        Assert.Single((JsonArray)(await sandbox.RequireAsync("GET", "/deliveries"))["deliveries"]!);
        Assert.Single(sandbox.Sandbox.Faults.Rules);
    }

    [Fact]
    public async Task A_valid_change_replaces_only_the_data()
    {
        await using WatchedSandbox watched = await WatchedSandbox.StartAsync(ExampleData.Contact("7001"));
        RunningSandbox sandbox = watched.Sandbox;
        await sandbox.RequireAsync("POST", "/data", ExampleData.Contact("7002"));
        await sandbox.RequireAsync("POST", "/faults", """{ "type": "forbidden", "path": "/v1/me" }""");
        await sandbox.RequireAsync("PUT", "/clock", """{ "now": "2030-01-31T12:00:00Z", "stopped": true }""");
        using HttpResponseMessage _ = await sandbox.CallApiAsync("/v1/contacts");

        await watched.WriteAsync(ExampleData.Contact("7003"), Loaded);
        JsonNode contacts = await sandbox.RequireAsync("GET", "/resources/contacts");
        JsonNode clock = await sandbox.RequireAsync("GET", "/clock");

        Assert.Equal(["7003"], contacts["resources"]!.AsArray().Select(static contact => (string?)contact!["id"]));
        Assert.Equal(2, (int?)(await sandbox.RequireAsync("GET", "/requests"))["count"]);
        Assert.Single(sandbox.Sandbox.Faults.Rules);
        Assert.Equal("2030-01-31T12:00:00.000Z", (string?)clock["now"]);

        await sandbox.RequireAsync("POST", "/reset");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/resources/contacts/7003")).Status);
        Assert.Empty(sandbox.Sandbox.Faults.Rules);
        Assert.False(sandbox.Sandbox.Clock.IsStopped);
    }

    [Fact]
    public async Task A_reset_restores_the_snapshot_of_the_user_also_after_a_change()
    {
        await using WatchedSandbox watched = await WatchedSandbox.StartAsync(ExampleData.Contact("7001"));
        RunningSandbox sandbox = watched.Sandbox;
        await sandbox.RequireAsync("POST", "/data", ExampleData.Contact("7002"));
        await sandbox.RequireAsync("POST", "/snapshot");

        await watched.WriteAsync(ExampleData.Contact("7003"), "a reset still restores the last POST /_sandbox/snapshot");
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/resources/contacts/7002")).Status);
        await sandbox.RequireAsync("POST", "/reset");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/resources/contacts/7002")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/resources/contacts/7003")).Status);
    }

    [SkippableFact]
    public async Task A_file_that_becomes_a_pipe_is_not_read()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        await using WatchedSandbox watched = await WatchedSandbox.StartAsync(ExampleData.Contact("7001"));

        await watched.ChangeAsync(
            static file =>
            {
                File.Delete(file);
                NamedPipe.Create(file);
            },
            "is empty or no regular file, and --watch reads only regular files. The sandbox continues with the previous data"
        );
        Assert.Equal(1, (int?)(await watched.Sandbox.RequireAsync("GET", "/resources/contacts"))["count"]);
        await watched.ChangeAsync(
            static file =>
            {
                File.Delete(file);
                File.WriteAllText(file, ExampleData.Contact("7002"));
            },
            Loaded
        );

        Assert.Equal(HttpStatusCode.OK, (await watched.Sandbox.SendAsync("GET", "/resources/contacts/7002")).Status);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_file_that_is_invalid_at_the_start_is_a_usage_error(string text)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("data.json");
        await File.WriteAllTextAsync(file, text);

        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            "sandbox",
            "--port",
            "0",
            "--data",
            file,
            "--watch"
        );

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains($"{file} cannot be loaded: ", result.Error, StringComparison.Ordinal);
    }
}
