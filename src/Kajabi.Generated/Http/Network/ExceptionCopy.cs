using System.Security.Authentication;
using Polly.Timeout;

namespace Kajabi.Http.Network;

/// <summary>Copies exceptions whose texts contain a secret.</summary>
internal static class ExceptionCopy
{
    /// <summary>Returns the same failure with other messages; its stack trace is that of the caller, and it has no data.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="redact">Removes the secrets from a text.</param>
    /// <param name="contains">Whether an exception, or an inner one, contains a secret. Others are not copied.</param>
    public static Exception Create(Exception exception, Func<string, string> redact, Func<Exception, bool> contains)
    {
        string message = redact(exception.Message);
        Exception? inner = exception.InnerException is { } cause
            ? contains(cause)
                ? Create(cause, redact, contains)
                : cause
            : null;
        return exception switch
        {
            HttpRequestException request => new HttpRequestException(request.HttpRequestError, message, inner, request.StatusCode),
            HttpIOException io => new HttpIOException(io.HttpRequestError, message, inner),
            AuthenticationException => new AuthenticationException(message, inner),
            OperationCanceledException canceled => new OperationCanceledException(message, inner, canceled.CancellationToken),
            TimeoutException => new TimeoutException(message, inner),
            TimeoutRejectedException rejected => inner is null
                ? new TimeoutRejectedException(message, rejected.Timeout)
                : new TimeoutRejectedException(message, rejected.Timeout, inner),
            KajabiApiException api => api.With(message, inner),
            InvalidOperationException => new InvalidOperationException(message, inner),
            ArgumentException => new ArgumentException(message, inner),
            _ => new IOException(message, inner),
        };
    }

    /// <summary>Returns an exception and all inner ones.</summary>
    public static IEnumerable<Exception> Flatten(Exception exception)
    {
        IEnumerable<Exception> inner = exception switch
        {
            AggregateException several => several.InnerExceptions,
            { InnerException: { } one } => [one],
            _ => [],
        };
        return inner.SelectMany(Flatten).Prepend(exception);
    }
}
