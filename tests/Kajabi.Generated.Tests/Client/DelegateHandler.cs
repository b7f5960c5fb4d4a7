namespace Kajabi.Tests.Client;

/// <summary>A primary handler that calls a function for each request.</summary>
/// <param name="send">Returns the response.</param>
internal sealed class DelegateHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        send(request, cancellationToken);
}
