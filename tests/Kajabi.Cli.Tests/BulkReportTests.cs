namespace Kajabi.Cli.Tests;

/// <summary>The report of a change of many, and <c>--resume</c>.</summary>
public sealed class BulkReportTests : BulkTestBase
{
    [Fact]
    public async Task The_report_states_what_was_done_failed_and_is_unknown_and_resuming_sends_the_rest()
    {
        bool isFixed = false;
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            EmptyList,
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
            EmptyList,
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
        TaskCompletionSource<bool> isAborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
        {
            if (request.Method == "POST" && !isCanceled && request.Path.Value!.Contains("/8/", StringComparison.Ordinal))
            {
                isCanceled = true;
                cancellation.Cancel();
                isAborted.SetResult(request.HttpContext.RequestAborted.WaitHandle.WaitOne(CliProcess.Timeout));
            }

            return new LoopbackResponse(EmptyList);
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
        Assert.True(await isAborted.Task.WaitAsync(CliProcess.Timeout), "The cancellation did not end the request.");
        Assert.Equal(["done", "unknown", "pending"], interrupted);
        Assert.All(ReadStatuses(), static line => Assert.Equal("done", line.Status));
    }

    [Fact]
    public async Task A_report_of_a_killed_process_is_resumed_although_its_last_line_is_incomplete()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(EmptyList);
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
        await using LoopbackApi api = await LoopbackApi.StartAsync(EmptyList);
        string file = Write("id\n7\n");
        await InProcessCli.RunAsync(api.Environment, ["tag", "789", "--from", file, "--report", Report]);
        string report = await File.ReadAllTextAsync(Report);

        CliResult result = await InProcessCli.RunAsync(api.Environment, [command, tag, "--from", file, "--report", Report, "--resume"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"a different {difference}", result.Error, StringComparison.Ordinal);
        Assert.Equal(report, await File.ReadAllTextAsync(Report));
    }

    private IEnumerable<(string Id, string Status, bool HasReason)> ReadStatuses() =>
        ReadReport().Select(static line => ((string)line["id"]!, (string)line["status"]!, line["reason"] is not null));
}
