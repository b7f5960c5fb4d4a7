using System.Net;

namespace Kajabi;

/// <summary>
/// A call failed: the API said no, could not be reached, or answered with something else than the contract
/// promises. <see cref="Kind"/> tells which. Holds no credential, no token and no query.
/// </summary>
public sealed partial class KajabiApiException : KajabiException
{
    private const int ExcerptLength = 1024;

    private KajabiApiException(KajabiErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What kind of failure it is.</summary>
    public KajabiErrorKind Kind { get; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; private set; }

    /// <summary>The errors that the answer lists; empty when it lists none.</summary>
    public IReadOnlyList<ApiError> Errors { get; private set; } = [];

    /// <summary>The id that Kajabi gave to the call, to be named to their support; null when there was none.</summary>
    public string? RequestId { get; private set; }

    /// <summary>How long the API asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; private set; } = string.Empty;

    /// <summary>The path template of the operation, such as <c>/v1/contacts/{id}</c>.</summary>
    public string PathTemplate { get; private set; } = string.Empty;

    /// <summary>The beginning of the answer as text, at most 1,024 characters with tokens and the client secret blanked; null when there was no answer, and for the token endpoint, whose answers hold tokens.</summary>
    public string? BodyExcerpt { get; private set; }
}
