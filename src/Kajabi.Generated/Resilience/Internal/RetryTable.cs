namespace Kajabi;

/// <summary>What is repeated: the one place that decides it. The README prints this table; a test holds the two together.</summary>
internal static class RetryTable
{
    private const Repeat Yes = Repeat.Yes;
    private const Repeat No = Repeat.No;
    private const Repeat Opt = Repeat.IfAllowed;

    public static IReadOnlyList<Row> Rows { get; } =
    [
        //                                                                                                                      read deletion token write
        new(AttemptOutcome.NotSent,             "no connection: name not resolved, refused, TLS handshake or proxy tunnel broken", Yes, Yes, Yes, Yes),
        new(AttemptOutcome.TooManyRequests,     "429",                                                                             Yes, Yes, Yes, Yes),
        new(AttemptOutcome.UnavailableForAWhile, "503 with `Retry-After`",                                                         Yes, Yes, Yes, Opt),
        new(AttemptOutcome.PassingServerError,  "408, 500, 502, 503, 504, and 520 to 530 of a CDN",                                Yes, Yes, Yes, No),
        new(AttemptOutcome.Lost,                "connection lost after sending, or in the middle of the answer",                   Yes, Yes, Yes, No),
        new(AttemptOutcome.TooSlow,             "`AttemptTimeout`",                                                                Yes, Yes, Yes, No),
        new(AttemptOutcome.CertificateRefused,  "certificate refused",                                                             No,  No,  No,  No),
        new(AttemptOutcome.Final,               "any other answer",                                                                No,  No,  No,  No),
    ];

    public static Repeat Of(CallKind kind, AttemptOutcome outcome)
    {
        Row row = Rows.First(row => row.Outcome == outcome);
        return kind switch
        {
            CallKind.Read => row.Read,
            CallKind.Deletion => row.Deletion,
            CallKind.TokenRequest => row.TokenRequest,
            _ => row.Write,
        };
    }

    /// <param name="Outcome">How an attempt ended.</param>
    /// <param name="Words">The same for readers.</param>
    /// <param name="Read">Whether a GET is repeated.</param>
    /// <param name="Deletion">Whether the DELETE of a resource is repeated.</param>
    /// <param name="TokenRequest">Whether the request for a token is repeated.</param>
    /// <param name="Write">Whether anything else is repeated: POST, PATCH, and DELETE in a relationship.</param>
    public sealed record Row(AttemptOutcome Outcome, string Words, Repeat Read, Repeat Deletion, Repeat TokenRequest, Repeat Write);
}
