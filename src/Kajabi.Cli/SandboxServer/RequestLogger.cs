using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Secrets;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer;

/// <summary>
/// Logs each request on one line, also one that fails, but not the successful GET requests to the page and the control API, which the page
/// sends each second.
/// </summary>
/// <param name="output">Writes the log.</param>
/// <param name="time">The clock of the durations.</param>
internal sealed class RequestLogger(SandboxOutput output, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        long start = time.GetTimestamp();
        string? error = null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client closed the connection.
        }
        catch (BadHttpRequestException exception)
        {
            error = exception.Message;
            await RespondAsync(context, exception.StatusCode, $"The request cannot be read: {exception.Message}");
        }
        catch (Exception exception)
        {
            error = $"{exception.GetType().Name}: {exception.Message}";
            await RespondAsync(
                context,
                StatusCodes.Status500InternalServerError,
                $"The sandbox failed, which is a bug in it. Please report the request and this text: {error}"
            );
        }

        SandboxRequest? recorded = context.Features.Get<SandboxRequest>();
        if (recorded is not null || !IsRead(context.Request.Method) || context.Response.StatusCode >= 400)
        {
            (string path, string query) = GetTarget(context.Request, recorded);
            output.WriteRequest(
                new LoggedRequest(
                    context.Request.Method,
                    path,
                    query.Length > 0 ? $"?{query}" : string.Empty,
                    GetStatus(context, recorded),
                    time.GetElapsedTime(start),
                    recorded?.Fault?.ToString(),
                    recorded?.Ignored ?? [],
                    error
                )
            );
        }
    }

    /// <summary>Returns the path and the parameters, without secrets.</summary>
    private static (string Path, string Query) GetTarget(HttpRequest request, SandboxRequest? recorded) =>
        // The recorded request is also without the secrets that only the sandbox knows.
        recorded is not null
            ? (recorded.Path, recorded.QueryString)
            : (SecretRedactor.RedactPath(request.Path.Value ?? "/"), Redact(request.QueryString));

    /// <summary>Returns the status code; null without a response.</summary>
    private static int? GetStatus(HttpContext context, SandboxRequest? recorded)
    {
        bool isWithoutResponse =
            recorded?.Fault is { Effect: FaultEffect.Reset }
            || (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted);

        // The request has it when the response starts: one without a body does so after the log is written.
        return recorded?.StatusCode ?? (isWithoutResponse ? null : context.Response.StatusCode);
    }

    private static string Redact(QueryString query) =>
        query.Value is ['?', .. var parameters] ? SecretRedactor.RedactQuery(parameters) : string.Empty;

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static async Task RespondAsync(HttpContext context, int status, string problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await ControlResponse.WriteErrorAsync(context, status, problem);
    }
}
