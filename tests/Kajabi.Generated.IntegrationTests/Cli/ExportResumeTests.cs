using System.Diagnostics;
using System.Globalization;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>An export that is broken off, in whatever way, goes on without a row lost or doubled.</summary>
public sealed class ExportResumeTests
{
    private const int PageSize = 250;
    private const long FirstId = 5_000_000_000;

    [Theory]
    [InlineData("csv", 50_000, 1, 2, 77, 200)]
    [InlineData("ndjson", 50_000, 60, 199)]
    [InlineData("json", 1_000, 2, 4)]
    public async Task Every_contact_is_there_once_and_in_order_although_the_process_is_killed(string format, int contacts, params int[] killedAt)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContacts = contacts });
        using TemporaryFolder folder = new();
        Queue<int> kills = new(killedAt);
        Process? process = null;
        TaskCompletionSource isStarted = new();
        await using SandboxFront front = await SandboxFront.StartAsync(sandbox, async page =>
        {
            if (kills.TryPeek(out int next) && page == next)
            {
                kills.Dequeue();
                await isStarted.Task;
                process!.Kill();
            }

            return true;
        });
        string output = folder.File("all." + format);
        string[] command = ["export", "contacts", "--format", format, "--output", output, "--filter", "site_id=3", "--page-size", $"{PageSize}"];
        for (int run = 0; run < killedAt.Length; run++)
        {
            isStarted = new TaskCompletionSource();
            using (process = CliProcess.Start(front.Environment, [.. command, "--resume"]))
            {
                isStarted.SetResult();
                await process.WaitForExitAsync();
                Assert.NotEqual(0, process.ExitCode);
                Assert.False(File.Exists(output));
            }
        }

        CliResult last = await CliProcess.RunAsync(front.Environment, [.. command, "--resume"]);
        string[] files = [.. folder.Files];
        string whole = folder.File("whole." + format);
        CliResult unbroken = await InProcess.RunAsync(SandboxApi.Environment(sandbox), [.. command[..5], whole, .. command[6..]]);

        Assert.Equal((0, 0), (last.ExitCode, unbroken.ExitCode));
        Assert.Equal(["all." + format], files);
        Assert.Equal($"kajabi: {contacts} contacts are in {output}.", last.Error.Trim());
        string text = (await File.ReadAllTextAsync(output)).Replace(front.Address, sandbox.BaseAddress.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        Assert.True((await File.ReadAllTextAsync(whole)) == text, "The file differs from one that was written without a break.");
        Assert.Equal(Enumerable.Range(0, contacts).Select(static index => (FirstId + index).ToString(CultureInfo.InvariantCulture)), Ids(format, text));
        Assert.InRange(front.Pages.Count, contacts / PageSize, (contacts / PageSize) + (3 * killedAt.Length)); // What is in the file is not read again.
    }

    [Fact]
    public async Task When_the_server_dies_it_is_told_how_far_the_export_came_and_another_server_ends_it()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContacts = 1_000 });
        using TemporaryFolder folder = new();
        string[] command = ["export", "contacts", "--format", "ndjson", "--output", folder.File("all"), "--filter", "site_id=3"];
        string address;
        await using (SandboxFront dying = await SandboxFront.StartAsync(sandbox, static page => Task.FromResult(page < 5)))
        {
            address = dying.Address;
            CliResult broken = await InProcess.RunAsync(dying.Environment, command);

            Assert.Equal(3, broken.ExitCode);
            Assert.Contains($"400 contacts were read into {folder.File("all")}.partial; run the same command with --resume to go on.", broken.Error, StringComparison.Ordinal);
            Assert.Equal(["all.partial", "all.partial.state"], folder.Files);
        }

        CliResult withoutServer = await InProcess.RunAsync(new Dictionary<string, string>(SandboxApi.Environment(sandbox)) { ["KAJABI_BASE_URL"] = address }, [.. command, "--resume"]);
        await using SandboxFront revived = await SandboxFront.StartAsync(sandbox, address: address);
        CliResult resumed = await InProcess.RunAsync(revived.Environment, [.. command, "--resume"]);

        Assert.Equal((3, 0), (withoutServer.ExitCode, resumed.ExitCode));
        Assert.Equal([5, 6, 7, 8, 9, 10], revived.Pages);
        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(static index => (FirstId + index).ToString(CultureInfo.InvariantCulture)),
            Ids("ndjson", await File.ReadAllTextAsync(folder.File("all"))));
    }

    [Fact]
    public async Task What_was_left_is_only_gone_on_with_when_that_is_said()
    {
        await using Break left = await Break.MakeAsync();

        CliResult result = await left.RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--resume", result.Error, StringComparison.Ordinal);
        Assert.Equal(left.Text, await File.ReadAllTextAsync(left.Partial));
    }

    [Theory]
    [InlineData("filter", "--filter", "site_id=1")]
    [InlineData("sort", "--filter", "site_id=3", "--sort", "-created_at")]
    [InlineData("page size", "--filter", "site_id=3", "--page-size", "7")]
    [InlineData("include", "--filter", "site_id=3", "--include", "tags")]
    [InlineData("fields", "--filter", "site_id=3", "--fields", "contacts=name")]
    [InlineData("format", "--filter", "site_id=3", "--format", "json")]
    public async Task Another_request_does_not_go_on_with_it(string what, params string[] arguments)
    {
        await using Break left = await Break.MakeAsync();

        CliResult result = await left.RunAsync([.. arguments, "--resume"], isWithFilter: false);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"another {what}", result.Error, StringComparison.Ordinal);
        Assert.Equal(left.Text, await File.ReadAllTextAsync(left.Partial));
    }

    [Fact]
    public async Task Another_account_does_not_go_on_with_it()
    {
        await using Break left = await Break.MakeAsync();
        await using LoopbackApi other = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await left.RunAsync(["--resume"], environment: other.Environment);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("another account", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox-client", await File.ReadAllTextAsync(left.Partial + ".state"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed", "was changed")]
    [InlineData("shortened", "was changed")]
    [InlineData("without state", "missing or unreadable")]
    [InlineData("with another state", "missing or unreadable")]
    public async Task A_file_that_is_not_as_it_was_left_is_refused(string how, string said)
    {
        await using Break left = await Break.MakeAsync();
        string text = how switch { "changed" => left.Text.Replace("Contact", "contact", StringComparison.Ordinal), "shortened" => left.Text[..^1], _ => left.Text };
        await File.WriteAllTextAsync(left.Partial, text);
        if (how == "with another state")
        {
            await File.WriteAllTextAsync(left.Partial + ".state", "{}");
        }
        else if (how == "without state")
        {
            File.Delete(left.Partial + ".state");
        }

        CliResult result = await left.RunAsync("--resume");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(left.Partial));
    }

    [Fact]
    public async Task What_follows_the_recorded_pages_is_cut_off()
    {
        await using Break left = await Break.MakeAsync();
        await File.AppendAllTextAsync(left.Partial, new string('x', 1_000_000)); // More than what is still to come, so that it is not just written over.

        CliResult result = await left.RunAsync("--resume");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(300, Ids("ndjson", await File.ReadAllTextAsync(left.Output)).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_was_killed_before_its_first_page_is_gone_on_with(bool isResumed)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("all.partial"), string.Empty);

        CliResult result = await InProcess.RunAsync(SandboxApi.Environment(sandbox), ["export", "contacts", "--format", "ndjson", "--output", folder.File("all"), .. isResumed ? ["--resume"] : Array.Empty<string>()]);

        Assert.Equal(isResumed ? 0 : 2, result.ExitCode);
        Assert.Equal([isResumed ? "all" : "all.partial"], folder.Files);
    }

    [Fact]
    public async Task A_failure_before_the_first_page_leaves_nothing()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackAnswer(string.Empty, 403));
        using TemporaryFolder folder = new();

        CliResult result = await InProcess.RunAsync(api.Environment, "export", "contacts", "--format", "csv", "--output", folder.File("all"));

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(folder.Files);
    }

    private static IEnumerable<string?> Ids(string format, string text) => format switch
    {
        "csv" => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line[..line.IndexOf(',', StringComparison.Ordinal)]),
        "json" => JArray.Parse(text).Select(static resource => (string?)resource["id"]),
        _ => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => (string?)JObject.Parse(line)["id"]),
    };

    /// <summary>An export of 300 contacts that was broken off after two of its three pages.</summary>
    private sealed class Break : IAsyncDisposable
    {
        private readonly KajabiSandbox _sandbox;
        private readonly SandboxFront _front;
        private readonly TemporaryFolder _folder = new();
        private bool _isWhole;

        private Break(KajabiSandbox sandbox, SandboxFront front)
        {
            (_sandbox, _front) = (sandbox, front);
        }

        public string Output => _folder.File("all");

        public string Partial => Output + ".partial";

        public string Text { get; private set; } = string.Empty;

        public static async Task<Break> MakeAsync()
        {
            KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContacts = 300 });
            Break? left = null;
            SandboxFront front = await SandboxFront.StartAsync(sandbox, page => Task.FromResult(page < 3 || left!._isWhole));
            left = new Break(sandbox, front);
            Assert.Equal(3, (await left.RunAsync()).ExitCode);
            left.Text = await File.ReadAllTextAsync(left.Partial);
            left._isWhole = true;
            return left;
        }

        public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(arguments, isWithFilter: true);

        public Task<CliResult> RunAsync(string[] arguments, bool isWithFilter = true, IReadOnlyDictionary<string, string>? environment = null)
        {
            string[] format = arguments.Contains("--format") ? [] : ["--format", "ndjson"];
            string[] filter = isWithFilter ? ["--filter", "site_id=3"] : [];
            return InProcess.RunAsync(environment ?? _front.Environment, ["export", "contacts", "--output", Output, .. format, .. filter, .. arguments]);
        }

        public async ValueTask DisposeAsync()
        {
            await _front.DisposeAsync();
            await _sandbox.DisposeAsync();
            _folder.Dispose();
        }
    }
}
