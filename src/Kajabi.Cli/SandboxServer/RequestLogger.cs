using Kajabi.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer;

/// <summary>Logs requests to the API, and those that change something in the sandbox.</summary>
/// <param name="output">Writes the log.</param>
/// <param name="time">The clock of the durations.</param>
internal sealed class RequestLogger(SandboxOutput output, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        long start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client closed the connection.
        }

        SandboxRequest? request = context.Features.Get<SandboxRequest>();
        if (request is not null || !HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode >= 400)
        {
            bool isWithoutResponse = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
            output.WriteRequest(
                new LoggedRequest(
                    context.Request.Method,
                    HidePathSecret(context.Request.Path.Value ?? "/"),
                    context.Request.QueryString.Value ?? string.Empty,
                    isWithoutResponse ? null : context.Response.StatusCode,
                    time.GetElapsedTime(start),
                    request?.Fault?.ToString(),
                    request?.Ignored ?? []
                )
            );
        }
    }

    // An activation link contains a secret: /webhooks/offers/<secret>/<offer>/activate.
    private static string HidePathSecret(string path) =>
        path.Split('/') is ["", "webhooks", "offers", _, .. var rest] ? $"/webhooks/offers/(redacted)/{string.Join('/', rest)}" : path;
}
