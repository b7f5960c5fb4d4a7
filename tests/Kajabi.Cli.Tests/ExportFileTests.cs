using System.Runtime.Versioning;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>The files of an export are its own, and only their owner can read them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [SkippableFact]
    public async Task A_link_in_place_of_a_temporary_file_is_not_followed()
    {
        SkipOnWindows();
        await using Break left = await Break.CreateAsync(static folder => PlaceLink(folder, "all.partial.state.new"));

        CliResult result = await left.RunAsync("--resume");

        Assert.Equal((0, "mine"), (result.ExitCode, await File.ReadAllTextAsync(left.Folder.File("victim"))));
        Assert.Equal(["all", "victim"], left.Folder.Files);
    }

    [SkippableTheory]
    [InlineData("all")]
    [InlineData("all.partial")]
    [InlineData("all.partial.state")]
    public async Task A_link_in_place_of_a_file_is_refused(string name)
    {
        SkipOnWindows();
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");
        using TemporaryFolder folder = new();
        PlaceLink(folder, name);
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
            CliResult result = await InProcess.RunAsync(
                api.Environment,
                ["export", "contacts", "--format", "csv", "--output", folder.File(arguments[0]), .. arguments[1..]]
            );

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("symbolic link", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File("victim")));
        Assert.False(File.Exists(folder.File("nowhere")));
        Assert.Empty(api.Requests);
    }

    [SkippableFact]
    public async Task A_link_in_place_of_what_an_export_left_is_refused()
    {
        SkipOnWindows();
        foreach (string name in (string[])["all.partial", "all.partial.state"])
        {
            await using Break left = await Break.CreateAsync(static _ => { });
            string text = await File.ReadAllTextAsync(left.Folder.File(name));
            File.Move(left.Folder.File(name), left.Folder.File("victim"));
            File.CreateSymbolicLink(left.Folder.File(name), left.Folder.File("victim"));

            CliResult result = await left.RunAsync("--resume");

            Assert.Equal((2, text), (result.ExitCode, await File.ReadAllTextAsync(left.Folder.File("victim"))));
        }
    }

    [SkippableFact]
    public async Task Every_file_belongs_to_its_owner_alone()
    {
        SkipOnWindows();
        await using Break left = await Break.CreateAsync(static _ => { });
        Assert.Equal((OwnerOnly, OwnerOnly), (left.ModeOf("all.partial"), left.ModeOf("all.partial.state")));
        File.SetUnixFileMode(left.Folder.File("all.partial"), OwnerOnly | UnixFileMode.OtherRead);

        CliResult result = await left.RunAsync("--resume");

        Assert.Equal((0, OwnerOnly), (result.ExitCode, left.ModeOf("all")));
        Assert.Equal(["all"], left.Folder.Files);
    }

    private static void SkipOnWindows() => Skip.If(OperatingSystem.IsWindows(), "Links and modes of files are Unix's.");

    private static void PlaceLink(TemporaryFolder folder, string name)
    {
        File.WriteAllText(folder.File("victim"), "mine");
        File.CreateSymbolicLink(folder.File(name), folder.File("victim"));
    }

    /// <summary>An export of 300 contacts that failed after two of its three pages and can be resumed.</summary>
    private sealed class Break : IAsyncDisposable
    {
        private readonly KajabiSandbox _sandbox;
        private SandboxFront _front = null!;
        private bool _isMended;

        private Break(KajabiSandbox sandbox)
        {
            _sandbox = sandbox;
        }

        public TemporaryFolder Folder { get; } = new();

        public static async Task<Break> CreateAsync(Action<TemporaryFolder> prepare)
        {
            Break left = new(await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 300 }));
            left._front = await SandboxFront.StartAsync(left._sandbox, page => Task.FromResult(page < 3 || left._isMended), refusal: 403);
            prepare(left.Folder);
            Assert.Equal(1, (await left.RunAsync()).ExitCode);
            left._isMended = true;
            return left;
        }

        public UnixFileMode ModeOf(string name) => File.GetUnixFileMode(Folder.File(name));

        public Task<CliResult> RunAsync(params string[] arguments) =>
            InProcess.RunAsync(
                _front.Environment,
                ["export", "contacts", "--format", "ndjson", "--filter", "site_id=3", "--output", Folder.File("all"), .. arguments]
            );

        public async ValueTask DisposeAsync()
        {
            await _front.DisposeAsync();
            await _sandbox.DisposeAsync();
            Folder.Dispose();
        }
    }
}
