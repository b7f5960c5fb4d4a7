using System.Security.Authentication;
using Polly.Timeout;

namespace Kajabi.Resilience.Internal;

/// <summary>Classifies responses and exceptions of attempts.</summary>
internal static class AttemptOutcomeClassifier
{
    public static AttemptOutcome Classify(HttpResponseMessage response) =>
        (int)response.StatusCode switch
        {
            >= 200 and < 300 => AttemptOutcome.Success,
            401 => AttemptOutcome.Unauthorized,
            429 => AttemptOutcome.TooManyRequests,
            503 when response.Headers.RetryAfter is not null => AttemptOutcome.ServiceUnavailable,
            408 or 500 or 502 or 503 or 504 or (>= 520 and <= 530) => AttemptOutcome.TransientServerError,
            >= 500 and < 600 => AttemptOutcome.OtherServerError,
            >= 400 and < 500 => AttemptOutcome.Rejected,
            _ => AttemptOutcome.UnexpectedResponse,
        };

    public static AttemptOutcome Classify(Exception exception) =>
        exception switch
        {
            TimeoutRejectedException => AttemptOutcome.AttemptTimeout,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException } =>
                AttemptOutcome.InvalidCertificate,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError,
            } => AttemptOutcome.NotSent,

            // A retry would fail again: these failures depend on the configuration.
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConfigurationLimitExceeded
                    or HttpRequestError.UserAuthenticationError
                    or HttpRequestError.VersionNegotiationError
            } => AttemptOutcome.UnexpectedResponse,
            HttpRequestException => AttemptOutcome.ConnectionLost,

            // A 2xx whose body is too large or invalid.
            KajabiApiException { StatusCode: not null } => AttemptOutcome.Success,
            _ => AttemptOutcome.Canceled,
        };
}
