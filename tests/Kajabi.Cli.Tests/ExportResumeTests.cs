using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>When an interrupted export can be resumed, and when its files are not changed.</summary>
public sealed class ExportResumeTests
{
    [Fact]
    public async Task An_interrupted_export_is_only_resumed_with_the_option()
    {
        await using InterruptedExport export = await InterruptedExport.CreateAsync();

        CliResult result = await export.RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--resume", result.Error, StringComparison.Ordinal);
        Assert.Equal(export.Text, await File.ReadAllTextAsync(export.Partial));
    }

    [Theory]
    [InlineData("filter", "--filter", "site_id=1")]
    [InlineData("sort", "--filter", "site_id=3", "--sort", "-created_at")]
    [InlineData("page size", "--filter", "site_id=3", "--page-size", "7")]
    [InlineData("include", "--filter", "site_id=3", "--include", "tags")]
    [InlineData("fields", "--filter", "site_id=3", "--fields", "contacts=name")]
    [InlineData("format", "--filter", "site_id=3", "--format", "json")]
    [InlineData("key of --anonymize (KAJABI_ANONYMIZE_KEY)", "--filter", "site_id=3", "--anonymize")]
    public async Task A_different_request_does_not_resume_it(string property, params string[] arguments)
    {
        await using InterruptedExport export = await InterruptedExport.CreateAsync();

        CliResult result = await export.RunAsync([.. arguments, "--resume"], hasFilter: false);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"a different {property}", result.Error, StringComparison.Ordinal);
        Assert.Equal(export.Text, await File.ReadAllTextAsync(export.Partial));
    }

    [Fact]
    public async Task A_different_account_does_not_resume_it()
    {
        await using InterruptedExport export = await InterruptedExport.CreateAsync();
        await using LoopbackApi other = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await export.RunAsync(["--resume"], environment: other.Environment);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a different account", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox-client", await File.ReadAllTextAsync(export.Partial + ".state"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed", "was changed")]
    [InlineData("shortened", "was changed")]
    [InlineData("without checkpoint", "missing or unreadable")]
    [InlineData("with invalid checkpoint", "missing or unreadable")]
    public async Task A_modified_file_is_rejected(string change, string expected)
    {
        await using InterruptedExport export = await InterruptedExport.CreateAsync();
        string text = change switch
        {
            "changed" => export.Text.Replace("Contact", "contact", StringComparison.Ordinal),
            "shortened" => export.Text[..^1],
            _ => export.Text,
        };
        await File.WriteAllTextAsync(export.Partial, text);
        if (change == "with invalid checkpoint")
        {
            await File.WriteAllTextAsync(export.Partial + ".state", "{}");
        }
        else if (change == "without checkpoint")
        {
            File.Delete(export.Partial + ".state");
        }

        CliResult result = await export.RunAsync("--resume");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(export.Partial));
    }

    [Fact]
    public async Task Data_after_the_last_checkpoint_is_removed()
    {
        await using InterruptedExport export = await InterruptedExport.CreateAsync();

        // Longer than the rest of the export, which would otherwise overwrite it.
        await File.AppendAllTextAsync(export.Partial, new string('x', 1_000_000));

        CliResult result = await export.RunAsync("--resume");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(300, ExportedIds.Parse("ndjson", await File.ReadAllTextAsync(export.Output)).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_export_that_was_killed_before_its_first_page_can_be_resumed(bool isResumed)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("all.partial"), string.Empty);

        CliResult result = await InProcessCli.RunAsync(
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
    public async Task A_failure_before_the_first_page_leaves_no_file()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(string.Empty, 403));
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
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

    /// <summary>An export of 300 contacts that was interrupted after two of its three pages.</summary>
    private sealed class InterruptedExport : IAsyncDisposable
    {
        private readonly KajabiSandbox _sandbox;
        private readonly SandboxProxy _proxy;
        private readonly TemporaryFolder _folder = new();
        private bool _isServerFixed;

        private InterruptedExport(KajabiSandbox sandbox, SandboxProxy proxy)
        {
            (_sandbox, _proxy) = (sandbox, proxy);
        }

        public string Output => _folder.File("all");

        public string Partial => Output + ".partial";

        public string Text { get; private set; } = string.Empty;

        public static async Task<InterruptedExport> CreateAsync()
        {
            KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 300 });
            InterruptedExport? export = null;

            // A 403 response is not retried.
            SandboxProxy proxy = await SandboxProxy.StartAsync(
                sandbox,
                page => Task.FromResult(page < 3 || export!._isServerFixed),
                errorStatus: 403
            );
            export = new InterruptedExport(sandbox, proxy);
            Assert.Equal(1, (await export.RunAsync()).ExitCode);
            export.Text = await File.ReadAllTextAsync(export.Partial);
            export._isServerFixed = true;
            return export;
        }

        public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(arguments, hasFilter: true);

        public Task<CliResult> RunAsync(string[] arguments, bool hasFilter = true, IReadOnlyDictionary<string, string>? environment = null)
        {
            string[] format = arguments.Contains("--format") ? [] : ["--format", "ndjson"];
            string[] filter = hasFilter ? ["--filter", "site_id=3"] : [];
            return InProcessCli.RunAsync(
                environment ?? _proxy.Environment,
                ["export", "contacts", "--output", Output, .. format, .. filter, .. arguments]
            );
        }

        public async ValueTask DisposeAsync()
        {
            await _proxy.DisposeAsync();
            await _sandbox.DisposeAsync();
            _folder.Dispose();
        }
    }
}
