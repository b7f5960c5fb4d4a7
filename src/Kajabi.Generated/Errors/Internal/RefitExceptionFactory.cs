using Polly.Timeout;

namespace Kajabi.Errors.Internal;

/// <summary>
/// Turns every failure that Refit meets into the SDK's own exception. Refit's would carry the request, and with
/// it the token.
/// </summary>
internal static class RefitExceptionFactory
{
    public static ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return ValueTask.FromResult<Exception?>(null);
        }

        // Refit leaves the answer to its exceptions; ours keep what they need, so its memory is free again.
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
                "The call was cancelled.",
                exception,
                cancellationToken
            ),
            TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => KajabiApiException.TimedOut(
                request,
                exception
            ),

            // The client was disposed of, or a handler of the user's own has ended the call.
            OperationCanceledException => exception,
            _ => KajabiApiException.Unreachable(request, exception),
        };
}
