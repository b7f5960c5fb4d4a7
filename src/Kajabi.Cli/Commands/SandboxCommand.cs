using System.CommandLine;
using Kajabi.Cli.Options;
using Kajabi.Cli.SandboxServer;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi sandbox</c>: runs the sandbox as a server until it is canceled.</summary>
internal sealed class SandboxCommand : CliCommand
{
    private readonly SandboxOptions _options = new();

    public SandboxCommand(Terminal terminal)
        : base(
            terminal,
            "sandbox",
            "Run the sandbox as a server for tests in any language, until Ctrl+C or SIGTERM, which both end it with exit code 0. It prints "
                + "a line when it is ready, its settings and each request. Its page and the API reference are at /, its control API at "
                + "/_sandbox/.",
            "Print one JSON object per line: first the event ready with the url and the settings, then one event for each request.",
            ["kajabi sandbox", "kajabi sandbox --port 5080 --data account.ndjson --watch"]
        )
    {
        AddParameters([], _options.All, sendsRequests: false);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        // The command line handles signals only when this method has returned a task, which must be before the line that it is ready.
        await Task.Yield();
        SandboxHostOptions options = _options.Read(result, Terminal);
        SandboxOutput output = new(Terminal.Out, IsJson(result));
        if (!options.IsLoopback)
        {
            Terminal.WriteMessage(
                $"warning: other machines can reach {options.Address}, read the data of the sandbox and change it with the control API."
            );
        }

        KajabiSandboxOptions sandboxOptions = _options.ReadSandbox(result);
        try
        {
            await using SandboxHost host = await SandboxHost.StartAsync(options, sandboxOptions, output, cancellationToken);
            if (host.Sandbox.Data.UnresolvedReferences is { Count: > 0 } references)
            {
                Terminal.WriteMessage($"warning: {DataFiles.Describe(references)}");
            }

            output.WriteReady(host.Sandbox);
            await await Task.WhenAny(
                output.Failure.WaitAsync(cancellationToken),
                host.WatchFilesAsync(Terminal.WriteMessage, cancellationToken)
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This is how the command ends, also while it starts.
        }
    }
}
