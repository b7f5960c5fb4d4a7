using System.Net;

namespace Kajabi;

/// <summary>
/// Thrown when a request fails: the API returned an error, could not be reached, or sent an unexpected response. See
/// <see cref="Kind"/>.
/// </summary>
/// <remarks>
/// Contains no credentials, no token and no query string. The message and <see cref="Exception.ToString"/> contain only the
/// error texts of the response. <see cref="BodyExcerpt"/> can contain personal data and is part of neither.
/// </remarks>
/// <example>
/// <code>
/// try
/// {
///     await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "ada@example.com" }, siteId);
/// }
/// catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.Validation)
/// {
///     foreach (ApiError error in exception.Errors)
///     {
///         Console.WriteLine($"{error.PropertyName}: {error.Detail}");
///     }
/// }
/// </code>
/// </example>
public sealed partial class KajabiApiException : KajabiException
{
    private const int ExcerptLength = 1024;

    /// <summary>Initializes a new instance, for tests that replace the API.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="message">The message: the cause, and how to fix it.</param>
    /// <param name="innerException">The exception that caused this one; null if there is none.</param>
    public KajabiApiException(KajabiErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    private KajabiApiException(KajabiApiException other, string message, Exception? innerException)
        : this(other.Kind, message, innerException)
    {
        StatusCode = other.StatusCode;
        Errors = other.Errors;
        HasMoreErrors = other.HasMoreErrors;
        RequestId = other.RequestId;
        RetryAfter = other.RetryAfter;
        Attempts = other.Attempts;
        MayHaveBeenProcessed = other.MayHaveBeenProcessed;
        Method = other.Method;
        PathTemplate = other.PathTemplate;
        BodyExcerpt = other.BodyExcerpt;
    }

    /// <summary>Gets the kind of failure.</summary>
    public KajabiErrorKind Kind { get; }

    /// <summary>Gets the HTTP status code; null if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// Gets the errors in the response, at most 100, each text truncated to 1,024 characters; empty if there are none.
    /// </summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>Gets whether the response contains more errors than <see cref="Errors"/>.</summary>
    public bool HasMoreErrors { get; init; }

    /// <summary>Gets the request id assigned by Kajabi, for their support; null if there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the delay before the next request that the API asks for (<c>Retry-After</c>); null if not sent.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the number of attempts, retries included; 0 if the request was never sent.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Gets whether the API may have processed the write although the request failed: it was sent, and no response shows that
    /// it was rejected. Check the resource before you retry. False for a read, which changes nothing, and for a write if no
    /// attempt can have been processed: both can be retried.
    /// </summary>
    /// <remarks>
    /// True after a 5xx, a 408, a redirect, a lost connection or a timeout while a request was in progress, and after a 2xx
    /// whose body cannot be read; a later attempt does not reset it. A canceled request throws
    /// <see cref="OperationCanceledException"/>, which does not have this property: treat a canceled write as one that may
    /// have been processed.
    /// </remarks>
    public bool MayHaveBeenProcessed { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; init; } = string.Empty;

    /// <summary>Gets the path template of the operation, such as <c>/v1/contacts/{id}</c>.</summary>
    public string PathTemplate { get; init; } = string.Empty;

    /// <summary>
    /// Gets the first 1,024 characters of the response body, with tokens and the client secret removed; null if there was no
    /// response, and for the token endpoint, whose responses contain tokens. It can contain personal data: use it to
    /// diagnose a failure, do not log it.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}
