namespace Kajabi;

/// <summary>
/// Turns every failure that Refit meets into the SDK's own exception. Refit's would carry the request, and with
/// it the token.
/// </summary>
internal static class ApiErrors
{
    public static ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response) =>
        ValueTask.FromResult<Exception?>(response.IsSuccessStatusCode ? null : KajabiApiException.From(response.RequestMessage!, response));

    public static ValueTask<Exception?> FromUnreadableAsync(HttpResponseMessage response, Exception exception) => ValueTask.FromResult<Exception?>(exception switch
    {
        KajabiDocumentException { Errors: { } errors } => KajabiApiException.From(response.RequestMessage!, response, errors: ApiErrorReader.FromErrors(errors)),
        KajabiApiException => exception,
        _ => KajabiApiException.Unreadable(response.RequestMessage!, response, null, exception.Message, exception),
    });

    public static Exception FromTransport(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        KajabiException or ArgumentException or InvalidOperationException => exception,
        _ when cancellationToken.IsCancellationRequested => new OperationCanceledException("The call was cancelled.", exception, cancellationToken),
        OperationCanceledException => KajabiApiException.Unreachable(request, exception, isTimeout: true),
        _ => KajabiApiException.Unreachable(request, exception, isTimeout: false),
    };
}
