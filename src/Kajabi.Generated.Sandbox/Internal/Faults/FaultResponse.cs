using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>The response of a fault.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">The header <c>Content-Type</c>.</param>
/// <param name="RetryAfter">The header <c>Retry-After</c>; null for none.</param>
internal sealed record FaultResponse(int StatusCode, string Body, string ContentType, TimeSpan? RetryAfter)
{
    public static FaultResponse Create(SandboxResponse response, TimeSpan? retryAfter) =>
        new(response.Status, response.Body?.ToJsonString() ?? string.Empty, response.MediaType, retryAfter);

    /// <summary>Returns why a server cannot send a response; null if it can.</summary>
    public static string? FindProblem(int statusCode, string body, string contentType) =>
        statusCode is < 200 or > 599
            ? string.Create(CultureInfo.InvariantCulture, $"A status code is from 200 to 599; {statusCode} is not.")
        : !HasBody(statusCode) && body.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"A response with the status code {statusCode} has no body: omit it.")
        : contentType.All(static letter => letter is >= ' ' and <= '~') ? null
        : "A content type consists of printable ASCII characters, such as text/html; charset=utf-8.";

    /// <summary>Creates an error document with an error object for each error; with one without a detail if there are none.</summary>
    public static FaultResponse CreateErrors(int status, string title, IReadOnlyList<SandboxError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        IEnumerable<SandboxResponse> responses =
            errors.Count == 0
                ? [SandboxResponse.Error(status, title)]
                : errors.Select(error => SandboxResponse.Error(status, title, error.Detail, error.SourcePointer));
        JsonObject document = new()
        {
            ["errors"] = new JsonArray([.. responses.Select(static response => response.Body!["errors"]![0]!.DeepClone())]),
        };
        return Create(new SandboxResponse(status, document), retryAfter: null);
    }

    /// <summary>Sends the response instead of one that may have been prepared.</summary>
    public Task WriteAsync(HttpContext context)
    {
        string requestId = context.TraceIdentifier;
        context.Response.Clear();
        context.Response.StatusCode = StatusCode;
        context.Response.Headers["x-request-id"] = requestId;
        context.Response.ContentType = HasBody(StatusCode) ? ContentType : null;
        if (RetryAfter is { } delay)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return Body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(Body, context.RequestAborted);
    }

    /// <summary>Returns whether a response can have a body.</summary>
    public static bool HasBody(int statusCode) => statusCode is not (204 or 205 or 304);
}
