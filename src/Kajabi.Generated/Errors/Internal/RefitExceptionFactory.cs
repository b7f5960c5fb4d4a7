using Polly.Timeout;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Creates the exceptions of the SDK for all failures that Refit reports. Exceptions of Refit contain the request, and with it
/// the token.
/// </summary>
internal static class RefitExceptionFactory
{
    public static ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return ValueTask.FromResult<Exception?>(null);
        }

        // Refit does not dispose of a failed response. The exception copies what it needs.
        using (response)
        {
            return ValueTask.FromResult<Exception?>(KajabiApiException.From(response.RequestMessage!, response));
        }
    }

    public static ValueTask<Exception?> FromInvalidResponseAsync(HttpResponseMessage response, Exception exception) =>
        ValueTask.FromResult<Exception?>(
            exception switch
            {
                KajabiSerializationException { HasErrors: true } => KajabiApiException.From(response.RequestMessage!, response),
                KajabiApiException => exception,
                _ => KajabiApiException.InvalidResponse(response.RequestMessage!, response, exception.Message, exception),
            }
        );

    public static Exception FromTransport(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            KajabiException or ArgumentException or InvalidOperationException => exception,
            _ when cancellationToken.IsCancellationRequested => new OperationCanceledException(
                "The request was canceled.",
                exception,
                cancellationToken
            ),
            TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => KajabiApiException.TimedOut(
                request,
                exception
            ),

            // The client was disposed, or a handler of the application canceled the request.
            OperationCanceledException => exception,
            _ => KajabiApiException.Unreachable(request, exception),
        };
}
