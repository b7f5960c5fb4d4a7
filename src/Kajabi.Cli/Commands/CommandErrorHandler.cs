using System.Globalization;
using System.Net;
using Kajabi.Cli.Bulk;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Commands;

/// <summary>Maps exceptions to error messages and exit codes.</summary>
internal static class CommandErrorHandler
{
    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Terminal terminal, Func<Task> execute, CancellationToken cancellationToken)
    {
        try
        {
            await execute();
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.WriteMessage("canceled.");
            return ExitCode.Canceled;
        }
        catch (AbortedException exception)
        {
            terminal.WriteMessage(exception.Message);
            return ExitCode.Canceled;
        }
        catch (UsageException exception)
        {
            terminal.WriteMessage(exception.Message);
            return ExitCode.UsageError;
        }
        catch (BulkIncompleteException exception)
        {
            terminal.WriteMessage(exception.Message);
            return ExitCode.ApiError;
        }
        catch (KajabiApiException exception)
        {
            terminal.WriteMessage(ApiErrorFormatter.Format(exception));
            return GetExitCode(exception);
        }
        catch (OfferLinkFailedException exception)
        {
            terminal.WriteMessage(exception.Message);
            return exception.ApiException is { } failure ? GetExitCode(failure) : ExitCode.ApiError;
        }
        catch (UnusableResponseException exception)
        {
            terminal.WriteMessage(exception.Message);
            return ExitCode.Unreachable;
        }
        catch (KajabiSerializationException exception)
        {
            terminal.WriteMessage($"the response of the API is invalid: {exception.Message}");
            return ExitCode.Unreachable;
        }
        catch (KajabiListChangedException exception)
        {
            terminal.WriteMessage(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the list changed while it was read (detected on page {exception.PageNumber}): resources may "
                        + $"be missing or duplicated. Run the command again."
                )
            );
            return ExitCode.Unreachable;
        }
    }

    private static int GetExitCode(KajabiApiException exception) =>
        exception switch
        {
            { Kind: KajabiErrorKind.Network or KajabiErrorKind.Timeout } => ExitCode.Unreachable,
            { Kind: KajabiErrorKind.UnexpectedResponse, StatusCode: null or < HttpStatusCode.BadRequest } => ExitCode.Unreachable,
            _ => ExitCode.ApiError,
        };
}
