namespace Kajabi.Resilience.Internal;

/// <summary>
/// Defines which attempts are retried, and which may have been processed. <c>docs/errors-and-retries.md</c> contains this table; a
/// test compares the two.
/// </summary>
internal static class RetryTable
{
    private const RetryDecision Yes = RetryDecision.Yes;
    private const RetryDecision No = RetryDecision.No;
    private const RetryDecision Opt = RetryDecision.IfAllowed;

    public static IReadOnlyList<Row> Rows { get; } =
    [
        // read, idempotent write, token request, write, may have been processed
        new(
            AttemptOutcome.NotSent,
            "no connection: name not resolved, refused, TLS handshake or proxy tunnel broken",
            Yes,
            Yes,
            Yes,
            Yes,
            false
        ),
        new(AttemptOutcome.TooManyRequests, "429", Yes, Yes, Yes, Yes, false),
        // It usually means that the request was not processed, but Kajabi does not guarantee it.
        new(AttemptOutcome.ServiceUnavailable, "503 with `Retry-After`", Yes, Yes, Yes, Opt, true),
        new(AttemptOutcome.TransientServerError, "408, 500, 502, 503, 504, and 520 to 530 of a CDN", Yes, Yes, Yes, No, true),
        new(AttemptOutcome.ConnectionLost, "connection lost after sending, or in the middle of the response", Yes, Yes, Yes, No, true),
        new(AttemptOutcome.AttemptTimeout, "`AttemptTimeout`", Yes, Yes, Yes, No, true),
        new(AttemptOutcome.Canceled, "`Timeout` of the call, or cancellation, while a request is in progress", No, No, No, No, true),
        new(
            AttemptOutcome.NotAttempted,
            "`Timeout` or failure while waiting for a token, the rate limiter or a retry",
            No,
            No,
            No,
            No,
            false
        ),
        new(AttemptOutcome.InvalidCertificate, "certificate refused", No, No, No, No, false),
        new(AttemptOutcome.Unauthorized, "401, after one retry with a new token", No, No, No, No, false),
        new(AttemptOutcome.Rejected, "any other 4xx", No, No, No, No, false),
        new(AttemptOutcome.OtherServerError, "any other 5xx", No, No, No, No, true),
        // After a POST, 302 and 303 are also what a server sends once it has processed it.
        new(AttemptOutcome.UnexpectedResponse, "redirect, unknown status code, or headers that are too large", No, No, No, No, true),
        new(AttemptOutcome.Success, "2xx whose body is damaged, too large or not the expected document", No, No, No, No, true),
    ];

    public static RetryDecision GetDecision(RequestKind kind, AttemptOutcome outcome)
    {
        Row row = GetRow(outcome);
        return kind switch
        {
            RequestKind.Read => row.Read,
            RequestKind.IdempotentWrite => row.IdempotentWrite,
            RequestKind.TokenRequest => row.TokenRequest,
            _ => row.Write,
        };
    }

    /// <summary>
    /// Returns whether the API may have processed a request with this outcome. Always false for reads and token requests, which
    /// change nothing.
    /// </summary>
    public static bool MayHaveBeenProcessed(RequestKind kind, AttemptOutcome outcome) =>
        kind is RequestKind.IdempotentWrite or RequestKind.Write && GetRow(outcome).MayHaveBeenProcessed;

    private static Row GetRow(AttemptOutcome outcome) => Rows.First(row => row.Outcome == outcome);

    /// <param name="Outcome">The outcome of an attempt.</param>
    /// <param name="Description">The outcome as <c>docs/errors-and-retries.md</c> describes it.</param>
    /// <param name="Read">Whether a GET is retried.</param>
    /// <param name="IdempotentWrite">Whether the DELETE of a resource, and a request of an offer link, is retried.</param>
    /// <param name="TokenRequest">Whether a token request is retried.</param>
    /// <param name="Write">Whether anything else is retried: POST, PATCH, and DELETE in a relationship.</param>
    /// <param name="MayHaveBeenProcessed">Whether the API may have processed a write, idempotent or not.</param>
    public sealed record Row(
        AttemptOutcome Outcome,
        string Description,
        RetryDecision Read,
        RetryDecision IdempotentWrite,
        RetryDecision TokenRequest,
        RetryDecision Write,
        bool MayHaveBeenProcessed
    );
}
