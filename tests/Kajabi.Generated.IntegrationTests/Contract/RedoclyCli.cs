namespace Kajabi.IntegrationTests.Contract;

/// <summary>The command line of Redocly, a third-party linter and client of OpenAPI documents, in the folder <c>linter</c>.</summary>
public abstract class RedoclyCli : IAsyncLifetime
{
    /// <summary>The folder of the program, for the files that it reads and writes.</summary>
    private protected string Folder { get; } = NodePackages.Folder("Contract/linter");

    /// <summary>The reason why the program is not available; null if it is.</summary>
    public string? MissingReason { get; private set; }

    public async Task InitializeAsync() => MissingReason = await NodePackages.InstallAsync(Folder);

    public Task DisposeAsync() => Task.CompletedTask;

    private protected Task<(int ExitCode, string Output, string Errors)> RunAsync(params IEnumerable<string> arguments) =>
        NodePackages.RunAsync(Folder, "node", ["node_modules/@redocly/cli/bin/cli.js", .. arguments]);
}
