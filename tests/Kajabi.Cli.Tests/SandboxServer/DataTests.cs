using System.Net;
using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Data of files and of the control API.</summary>
public sealed class DataTests
{
    [Fact]
    public async Task Data_is_added_as_a_whole_or_not_at_all_and_removed_by_a_reset()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();

        JsonNode added = await sandbox.RequireAsync("POST", "/data", $"{ExampleData.Contact("7001")}\n{ExampleData.Contact("7002")}");
        (HttpStatusCode status, JsonNode error) = await sandbox.SendAsync(
            "POST",
            "/data",
            $"{ExampleData.Contact("7003")}\n{ExampleData.Contact("7001")}"
        );
        (HttpStatusCode third, JsonNode _) = await sandbox.SendAsync("GET", "/resources/contacts/7003");
        await sandbox.RequireAsync("POST", "/reset");
        (HttpStatusCode first, JsonNode _) = await sandbox.SendAsync("GET", "/resources/contacts/7001");

        Assert.Equal(
            """{"resources":[{"type":"contacts","id":"7001"},{"type":"contacts","id":"7002"}],"unresolved_references":[]}""",
            added.ToJsonString()
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("7001", (string?)error["error"], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (third, first));
    }

    [Fact]
    public async Task References_to_resources_that_do_not_exist_are_listed_and_rejected_by_a_strict_sandbox()
    {
        const string Purchase = """
            {"type":"purchases","id":"9","relationships":{"customer":{"type":"customers","id":"201"},"offer":{"type":"offers","id":"456"}}}
            """;
        const string Reference = "purchases 9: customer refers to customers 201, which does not exist";
        await using RunningSandbox lenient = await RunningSandbox.StartAsync();
        await using RunningSandbox strict = await RunningSandbox.StartAsync(sandboxOptions: new() { IsStrict = true });
        using TemporaryFolder folder = new();
        string file = folder.File("purchases.ndjson");
        await File.WriteAllTextAsync(file, Purchase);

        JsonNode added = await lenient.RequireAsync("POST", "/data", Purchase);
        (HttpStatusCode status, JsonNode rejected) = await strict.SendAsync("POST", "/data", Purchase);
        CliResult start = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            ["sandbox", "--port", "0", "--strict", "--sample-data", "true", "--data", file]
        );

        Assert.Equal([Reference], added["unresolved_references"]!.AsArray().Select(static one => (string?)one));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(Reference, (string?)rejected["error"], StringComparison.Ordinal);
        Assert.Equal((2, string.Empty), (start.ExitCode, start.Output));
        Assert.Contains($"Resources of the data do not exist: {Reference}. --strict rejects", start.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task References_of_files_to_resources_that_do_not_exist_are_a_warning()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        using TemporaryFolder folder = new();
        string file = folder.File("contacts.ndjson");
        JsonObject contact = (JsonObject)JsonNode.Parse(ExampleData.Contact("7001"))!;
        contact["relationships"]!["tags"] = new JsonArray(new JsonObject { ["type"] = "contact_tags", ["id"] = "77" });
        await File.WriteAllTextAsync(file, contact.ToJsonString());
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync("--data", file);

        CliResult result = await sandbox.StopAsync(ProcessTests.TerminateSignal);

        Assert.Contains(
            "warning: Resources of the data do not exist: contacts 7001: tags refers to contact_tags 77, which does not exist.",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reset_restores_the_last_snapshot()
    {
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await sandbox.RequireAsync("POST", "/data", ExampleData.Contact("7001"));
        await sandbox.RequireAsync("POST", "/snapshot");
        await sandbox.RequireAsync("POST", "/data", ExampleData.Contact("7002"));

        await sandbox.RequireAsync("POST", "/reset");

        Assert.Equal("7001", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/7001"))["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/resources/contacts/7002")).Status);
    }

    [Fact]
    public async Task Files_are_loaded_at_the_start_and_again_when_they_change_unless_they_are_invalid()
    {
        await using WatchedSandbox watched = await WatchedSandbox.StartAsync(ExampleData.Contact("7001"), hasSampleData: true);
        RunningSandbox sandbox = watched.Sandbox;
        Assert.Equal("7001", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/7001"))["id"]);

        await watched.WriteAsync(ExampleData.Contact("7002"), "was loaded again");
        Assert.Equal("7002", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/7002"))["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/resources/contacts/7001")).Status);

        await watched.WriteAsync("{", "continues with the previous data");
        Assert.Equal("7002", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/7002"))["id"]);
        await sandbox.RequireAsync("POST", "/reset");
        Assert.Equal("7002", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/7002"))["id"]);
        Assert.Equal("123", (string?)(await sandbox.RequireAsync("GET", "/resources/contacts/123"))["id"]);
    }

    [Theory]
    [InlineData("contacts.ndjson cannot be loaded", "--data", "contacts.ndjson", "--port", "0")]
    [InlineData("--watch needs the files of --data", "--watch")]
    public async Task A_file_that_cannot_be_loaded_is_a_usage_error(string expected, params string[] options)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), ["sandbox", .. options]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task With_data_the_sample_data_is_left_out_unless_it_is_asked_for()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        using TemporaryFolder folder = new();
        string file = folder.File("contacts.ndjson");
        await File.WriteAllTextAsync(file, ExampleData.Contact("7001"));

        await using SandboxProcess own = await SandboxProcess.StartAsync("--data", file, "--watch");
        await using SandboxProcess both = await SandboxProcess.StartAsync("--data", file, "--sample-data", "true");

        Assert.Equal((1, 62), (await CountContactsAsync(own), await CountContactsAsync(both)));
        Assert.Equal(0, (await own.StopAsync(ProcessTests.TerminateSignal)).ExitCode);
    }

    private static async Task<int> CountContactsAsync(SandboxProcess sandbox) =>
        (int)JsonNode.Parse(await sandbox.Http.GetStringAsync("/_sandbox/resources"))!["types"]!["contacts"]!;
}
