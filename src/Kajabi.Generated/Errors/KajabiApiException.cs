using System.Net;

namespace Kajabi;

/// <summary>
/// A call failed: the API said no, could not be reached, or answered with something else than the contract
/// promises. <see cref="Kind"/> tells which.
/// </summary>
/// <remarks>
/// Holds no credential, no token and no query. Its message and <see cref="Exception.ToString"/> repeat of the answer
/// only what the API itself says is wrong; <see cref="BodyExcerpt"/> may hold personal data and stands in neither.
/// </remarks>
public sealed partial class KajabiApiException : KajabiException
{
    private const int ExcerptLength = 1024;

    /// <summary>Creates the error, for code that stands in for the API in a test.</summary>
    /// <param name="kind">What kind of failure it is.</param>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public KajabiApiException(KajabiErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What kind of failure it is.</summary>
    public KajabiErrorKind Kind { get; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// Gets the errors that the response lists, at most 100, each text cut after 1,024 characters; empty when it lists none.
    /// </summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>Gets whether the response lists more errors than <see cref="Errors"/> holds.</summary>
    public bool HasMoreErrors { get; init; }

    /// <summary>The id that Kajabi gave to the call, to be named to their support; null when there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the API asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the request was sent, repetitions included; 0 when it never was.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Gets whether the API may have processed the write although the call failed: it was sent, and no response says that
    /// it was turned away. Check the resource before you call it again. False for a read, which changes nothing, and for a
    /// write of which no attempt can have been processed, so that it can be called again.
    /// </summary>
    /// <remarks>
    /// True after a 5xx, a 408, a redirect, a lost connection or a timeout while a request was in progress, and after a 2xx
    /// whose body cannot be read. An attempt that may have been processed is not undone by a later one. A call that is
    /// canceled throws an <see cref="OperationCanceledException"/>, which cannot say it: treat a canceled write as one that
    /// may have been processed.
    /// </remarks>
    public bool MayHaveBeenProcessed { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = string.Empty;

    /// <summary>The path template of the operation, such as <c>/v1/contacts/{id}</c>.</summary>
    public string PathTemplate { get; init; } = string.Empty;

    /// <summary>
    /// The beginning of the answer as text, at most 1,024 characters with tokens and the client secret blanked; null
    /// when there was no answer, and for the token endpoint, whose answers hold tokens. It is what the API sent,
    /// personal data included: for looking into a failure, not for logs.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}
