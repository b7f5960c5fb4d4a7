using System.CommandLine;
using Kajabi.Cli.CommandLine;
using Kajabi.Cli.Commands;
using Kajabi.Cli.Completion;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;

namespace Kajabi.Cli;

/// <summary>The <c>kajabi</c> command with all its subcommands.</summary>
internal static class CliApplication
{
    /// <summary>Parses and runs a command line. Throws no exception.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Terminal terminal,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            int exitCode = await ParseAndRunAsync(arguments, terminal, cancellationToken);

            // Output that is still buffered belongs to the result of the command.
            await terminal.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (OutputException exception) when (exception.IsClosed)
        {
            return ExitCode.OutputClosed;
        }
        catch (OutputException exception)
        {
            terminal.WriteMessage(exception.Message);
            return ExitCode.OutputFailed;
        }
        catch (Exception exception)
        {
            terminal.WriteMessage($"internal error ({exception.GetType().Name}): {exception.Message}");
            return ExitCode.InternalError;
        }
    }

    private static async Task<int> ParseAndRunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        if (MisplacedLink.IsIn(arguments))
        {
            terminal.WriteMessage(MisplacedLink.Problem);
            return ExitCode.UsageError;
        }

        RootCommand root = CreateRootCommand(terminal);
        if (arguments is ["help", var name, ..] && root.Subcommands.All(command => command.Name != name))
        {
            // An unknown command is reported.
            arguments = [name];
        }
        else if (arguments is [] or ["help", ..])
        {
            arguments = [.. arguments.Skip(1), "--help"];
        }

        // A value may start with @, so response files are disabled.
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null };
        ParseResult result = root.Parse(arguments, parser);
        if (result.Errors.Count > 0 && !CompletionScript.IsRequest(arguments))
        {
            foreach (string message in ParseErrorFormatter.Format(result))
            {
                terminal.WriteMessage(message);
            }

            terminal.WriteMessage("see 'kajabi --help' and 'kajabi <command> --help'.");
            return ExitCode.UsageError;
        }

        InvocationConfiguration invocation = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,

            // The commands end by themselves when they are canceled, and return their exit code. Two seconds, the default, are too short
            // for that on a busy machine.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        return await result.InvokeAsync(invocation, cancellationToken);
    }

    /// <summary>Creates the command with all its subcommands.</summary>
    internal static RootCommand CreateRootCommand(Terminal terminal)
    {
        RootCommand root = new(
            $"""
            Reads and writes resources of Kajabi's Public API.

            Configured by the environment variables KAJABI_CLIENT_ID, KAJABI_CLIENT_SECRET and KAJABI_BASE_URL.
            KAJABI_SYNC_INTO is the database of sync. Without a client id, a sandbox with generated data is used.
            {ExitCode.Help}
            """
        )
        {
            new GetCommand(terminal),
            new ListCommand(terminal),
            new ExportCommand(terminal),
            new SyncCommand(terminal),
            new ExplainCommand(terminal),
            new CreateCommand(terminal),
            new UpdateCommand(terminal),
            new DeleteCommand(terminal),
            new TagCommand(terminal),
            new UntagCommand(terminal),
            new GrantCommand(terminal),
            new RevokeCommand(terminal),
            new ListenCommand(terminal),
            new TriggerCommand(terminal),
            new SandboxCommand(terminal),
            new ApiCommand(terminal),
            new WhoAmICommand(terminal),
            new CompletionCommand(terminal),
        };
        HelpExamples.AddTo(root);
        return root;
    }
}
