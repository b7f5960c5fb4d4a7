using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>What an export that was broken off goes on with, and what it refuses to touch.</summary>
public sealed class ExportResumeTests
{
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
        string text = how switch
        {
            "changed" => left.Text.Replace("Contact", "contact", StringComparison.Ordinal),
            "shortened" => left.Text[..^1],
            _ => left.Text,
        };
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
        Assert.Equal(300, ExportedIds.Of("ndjson", await File.ReadAllTextAsync(left.Output)).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_was_killed_before_its_first_page_is_gone_on_with(bool isResumed)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("all.partial"), string.Empty);

        CliResult result = await InProcess.RunAsync(
            SandboxApi.Environment(sandbox),
            [
                "export",
                "contacts",
                "--format",
                "ndjson",
                "--output",
                folder.File("all"),
                .. isResumed ? ["--resume"] : Array.Empty<string>(),
            ]
        );

        Assert.Equal(isResumed ? 0 : 2, result.ExitCode);
        Assert.Equal([isResumed ? "all" : "all.partial"], folder.Files);
    }

    [Fact]
    public async Task A_failure_before_the_first_page_leaves_nothing()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackAnswer(string.Empty, 403));
        using TemporaryFolder folder = new();

        CliResult result = await InProcess.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "csv",
            "--output",
            folder.File("all")
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(folder.Files);
    }

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
            KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 300 });
            Break? left = null;
            SandboxFront front = await SandboxFront.StartAsync(sandbox, page => Task.FromResult(page < 3 || left!._isWhole), refusal: 403); // Which nobody tries again.
            left = new Break(sandbox, front);
            Assert.Equal(1, (await left.RunAsync()).ExitCode);
            left.Text = await File.ReadAllTextAsync(left.Partial);
            left._isWhole = true;
            return left;
        }

        public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(arguments, isWithFilter: true);

        public Task<CliResult> RunAsync(
            string[] arguments,
            bool isWithFilter = true,
            IReadOnlyDictionary<string, string>? environment = null
        )
        {
            string[] format = arguments.Contains("--format") ? [] : ["--format", "ndjson"];
            string[] filter = isWithFilter ? ["--filter", "site_id=3"] : [];
            return InProcess.RunAsync(
                environment ?? _front.Environment,
                ["export", "contacts", "--output", Output, .. format, .. filter, .. arguments]
            );
        }

        public async ValueTask DisposeAsync()
        {
            await _front.DisposeAsync();
            await _sandbox.DisposeAsync();
            _folder.Dispose();
        }
    }
}
