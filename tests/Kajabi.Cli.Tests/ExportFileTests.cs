using System.Runtime.Versioning;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>An export does not follow links, and only the owner can read its files.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [SkippableFact]
    public async Task A_link_instead_of_a_temporary_file_is_not_followed()
    {
        SkipOnWindows();
        await using InterruptedExport export = await InterruptedExport.CreateAsync(static folder =>
            CreateLink(folder, "all.partial.state.new")
        );

        CliResult result = await export.RunAsync("--resume");

        Assert.Equal((0, "original"), (result.ExitCode, await File.ReadAllTextAsync(export.Folder.File("victim"))));
        Assert.Equal(["all", "victim"], export.Folder.Files);
    }

    [SkippableTheory]
    [InlineData("all")]
    [InlineData("all.partial")]
    [InlineData("all.partial.state")]
    public async Task A_link_instead_of_an_output_file_is_rejected(string name)
    {
        SkipOnWindows();
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");
        using TemporaryFolder folder = new();
        CreateLink(folder, name);
        File.CreateSymbolicLink(folder.File("dangling" + name["all".Length..]), folder.File("nowhere"));

        foreach (
            string[] arguments in (string[][])
                [
                    ["all"],
                    ["all", "--resume"],
                    ["dangling"],
                    ["dangling", "--resume"],
                ]
        )
        {
            CliResult result = await InProcessCli.RunAsync(
                api.Environment,
                ["export", "contacts", "--format", "csv", "--output", folder.File(arguments[0]), .. arguments[1..]]
            );

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("symbolic link", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal("original", await File.ReadAllTextAsync(folder.File("victim")));
        Assert.False(File.Exists(folder.File("nowhere")));
        Assert.Empty(api.Requests);
    }

    [SkippableFact]
    public async Task A_link_instead_of_a_file_of_an_interrupted_export_is_rejected()
    {
        SkipOnWindows();
        foreach (string name in (string[])["all.partial", "all.partial.state"])
        {
            await using InterruptedExport export = await InterruptedExport.CreateAsync(static _ => { });
            string text = await File.ReadAllTextAsync(export.Folder.File(name));
            File.Move(export.Folder.File(name), export.Folder.File("victim"));
            File.CreateSymbolicLink(export.Folder.File(name), export.Folder.File("victim"));

            CliResult result = await export.RunAsync("--resume");

            Assert.Equal((2, text), (result.ExitCode, await File.ReadAllTextAsync(export.Folder.File("victim"))));
        }
    }

    [SkippableFact]
    public async Task Only_the_owner_can_access_the_files()
    {
        SkipOnWindows();
        await using InterruptedExport export = await InterruptedExport.CreateAsync(static _ => { });
        Assert.Equal((OwnerOnly, OwnerOnly), (export.GetMode("all.partial"), export.GetMode("all.partial.state")));
        File.SetUnixFileMode(export.Folder.File("all.partial"), OwnerOnly | UnixFileMode.OtherRead);

        CliResult result = await export.RunAsync("--resume");

        Assert.Equal((0, OwnerOnly), (result.ExitCode, export.GetMode("all")));
        Assert.Equal(["all"], export.Folder.Files);
    }

    private static void SkipOnWindows() => Skip.If(OperatingSystem.IsWindows(), "Windows has no Unix file modes.");

    private static void CreateLink(TemporaryFolder folder, string name)
    {
        File.WriteAllText(folder.File("victim"), "original");
        File.CreateSymbolicLink(folder.File(name), folder.File("victim"));
    }

    /// <summary>An export of 300 contacts that failed after two of its three pages and can be resumed.</summary>
    private sealed class InterruptedExport : IAsyncDisposable
    {
        private readonly KajabiSandbox _sandbox;
        private SandboxProxy _proxy = null!;
        private bool _isServerFixed;

        private InterruptedExport(KajabiSandbox sandbox)
        {
            _sandbox = sandbox;
        }

        public TemporaryFolder Folder { get; } = new();

        public static async Task<InterruptedExport> CreateAsync(Action<TemporaryFolder> prepare)
        {
            InterruptedExport export = new(await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 300 }));
            export._proxy = await SandboxProxy.StartAsync(
                export._sandbox,
                page => Task.FromResult(page < 3 || export._isServerFixed),
                errorStatus: 403
            );
            prepare(export.Folder);
            Assert.Equal(1, (await export.RunAsync()).ExitCode);
            export._isServerFixed = true;
            return export;
        }

        public UnixFileMode GetMode(string name) => File.GetUnixFileMode(Folder.File(name));

        public Task<CliResult> RunAsync(params string[] arguments) =>
            InProcessCli.RunAsync(
                _proxy.Environment,
                ["export", "contacts", "--format", "ndjson", "--filter", "site_id=3", "--output", Folder.File("all"), .. arguments]
            );

        public async ValueTask DisposeAsync()
        {
            await _proxy.DisposeAsync();
            await _sandbox.DisposeAsync();
            Folder.Dispose();
        }
    }
}
