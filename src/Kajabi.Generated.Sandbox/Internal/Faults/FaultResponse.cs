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

    /// <exception cref="ArgumentOutOfRangeException">The status code is not from 200 to 599.</exception>
    /// <exception cref="ArgumentException">
    /// A response with this status code has no body, or the content type is empty or cannot be sent in a header.
    /// </exception>
    public static FaultResponse Create(int statusCode, string body, string contentType)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        if (statusCode is < 200 or > 599)
        {
            throw new ArgumentOutOfRangeException(
                nameof(statusCode),
                string.Create(CultureInfo.InvariantCulture, $"A status code is from 200 to 599; {statusCode} is not.")
            );
        }

        if (!HasBody(statusCode) && body.Length > 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A response with the status code {statusCode} has no body: omit it."),
                nameof(body)
            );
        }

        if (!contentType.All(static letter => letter is >= ' ' and <= '~'))
        {
            throw new ArgumentException(
                "A content type consists of printable ASCII characters, such as text/html; charset=utf-8.",
                nameof(contentType)
            );
        }

        return new FaultResponse(statusCode, body, contentType, RetryAfter: null);
    }

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
