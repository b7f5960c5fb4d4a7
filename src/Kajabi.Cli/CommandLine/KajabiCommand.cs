using System.CommandLine;
using System.CommandLine.Parsing;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.CommandLine;

/// <summary>The command <c>kajabi</c> with everything below it.</summary>
internal static class KajabiCommand
{
    /// <summary>Parses and runs a command line. No exception leaves it.</summary>
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
            terminal.Say(exception.Message);
            return ExitCode.OutputFailed;
        }
        catch (Exception exception)
        {
            terminal.Say($"internal error ({exception.GetType().Name}): {exception.Message}");
            return ExitCode.InternalError;
        }
    }

    private static async Task<int> ParseAndRunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        // A value may begin with @, so no file of options is looked for.
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null };
        ParseResult result = Create(terminal).Parse(arguments, parser);
        if (result.Errors.Count > 0)
        {
            foreach (ParseError error in result.Errors)
            {
                terminal.Say(error.Message);
            }

            terminal.Say("'kajabi --help' and 'kajabi <command> --help' show how it is used.");
            return ExitCode.UsageError;
        }

        InvocationConfiguration invocation = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
        };
        return await result.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand Create(Terminal terminal) =>
        new(
            $"""
            Reads and writes through Kajabi's Public API.

            Settings come from KAJABI_CLIENT_ID, KAJABI_CLIENT_SECRET and KAJABI_BASE_URL. Without a client id the answers come from a sandbox with invented data.
            {ExitCode.Help}
            """
        )
        {
            GetCommand.Create(terminal),
            ListCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            CreateCommand.Create(terminal),
            UpdateCommand.Create(terminal),
            DeleteCommand.Create(terminal),
            TagCommand.CreateTag(terminal),
            TagCommand.CreateUntag(terminal),
            OfferCommand.CreateGrant(terminal),
            OfferCommand.CreateRevoke(terminal),
            ListenCommand.Create(terminal),
            WhoAmICommand.Create(terminal),
        };
}
