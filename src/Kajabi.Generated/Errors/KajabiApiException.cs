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
    public HttpStatusCode? StatusCode { get; private init; }

    /// <summary>The errors that the answer lists; empty when it lists none.</summary>
    public IReadOnlyList<ApiError> Errors { get; private init; } = [];

    /// <summary>The id that Kajabi gave to the call, to be named to their support; null when there was none.</summary>
    public string? RequestId { get; private init; }

    /// <summary>How long the API asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; private init; } = string.Empty;

    /// <summary>The path template of the operation, such as <c>/v1/contacts/{id}</c>.</summary>
    public string PathTemplate { get; private init; } = string.Empty;

    /// <summary>The beginning of the answer as text, at most 1,024 bytes of it; null when there was none.</summary>
    public string? BodyExcerpt { get; private init; }
}
