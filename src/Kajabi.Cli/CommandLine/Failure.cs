using System.Globalization;

namespace Kajabi.Cli.CommandLine;

/// <summary>Turns what can go wrong into a message and an exit code.</summary>
internal static class Failure
{
    /// <summary>Runs the work of a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> GuardAsync(Terminal terminal, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Say("cancelled.");
            return ExitCode.Cancelled;
        }
        catch (AbortedException exception)
        {
            terminal.Say(exception.Message);
            return ExitCode.Cancelled;
        }
        catch (UsageException exception)
        {
            terminal.Say(exception.Message);
            return ExitCode.UsageError;
        }
        catch (KajabiApiException exception)
        {
            terminal.Say(ApiErrorFormatter.Of(exception));
            return Code(exception);
        }
        catch (UnusableResponseException exception)
        {
            terminal.Say(exception.Message);
            return ExitCode.Unreachable;
        }
        catch (KajabiSerializationException exception)
        {
            terminal.Say($"the API's answer could not be understood: {exception.Message}");
            return ExitCode.Unreachable;
        }
        catch (KajabiListChangedException exception)
        {
            terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the list changed while it was read, first noticed on page {exception.PageNumber}: some may be missing or listed twice. Run the command again."
                )
            );
            return ExitCode.Unreachable;
        }
    }

    private static int Code(KajabiApiException exception) =>
        exception switch
        {
            { Kind: KajabiErrorKind.Network or KajabiErrorKind.Timeout } => ExitCode.Unreachable,
            { Kind: KajabiErrorKind.UnexpectedResponse, StatusCode: null or < System.Net.HttpStatusCode.BadRequest } =>
                ExitCode.Unreachable,
            _ => ExitCode.ApiError,
        };
}
