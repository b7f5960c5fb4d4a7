using System.Net;
using System.Security.Authentication;
using Polly.Timeout;

namespace Kajabi;

/// <summary>Tells how an attempt ended.</summary>
internal static class AttemptOutcomes
{
    public static AttemptOutcome Of(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        429 => AttemptOutcome.TooManyRequests,
        503 when response.Headers.RetryAfter is not null => AttemptOutcome.UnavailableForAWhile,
        408 or 500 or 502 or 503 or 504 or (>= 520 and <= 530) => AttemptOutcome.PassingServerError,
        _ => AttemptOutcome.Final,
    };

    public static AttemptOutcome Of(Exception exception) => exception switch
    {
        TimeoutRejectedException => AttemptOutcome.TooSlow,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException } => AttemptOutcome.CertificateRefused,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } => AttemptOutcome.NotSent,

        // Neither a limit of ours nor a login at a proxy changes from one attempt to the next.
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.UserAuthenticationError or HttpRequestError.VersionNegotiationError } => AttemptOutcome.Final,
        HttpRequestException => AttemptOutcome.Lost,
        _ => AttemptOutcome.Final,
    };

    /// <summary>Whether the API can have carried out what an attempt that ended so asked for.</summary>
    public static bool MayHaveHappened(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests);

    /// <inheritdoc cref="MayHaveHappened(HttpResponseMessage)"/>
    public static bool MayHaveHappened(Exception exception) =>
        Of(exception) is not (AttemptOutcome.NotSent or AttemptOutcome.CertificateRefused);
}
