using System.Collections.Concurrent;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>The requests that a client sent.</summary>
internal sealed class SentRequests
{
    private readonly ConcurrentQueue<(HttpMethod Method, Uri Address)> _sent = new();

    /// <summary>The methods and paths of the requests in their order, without token requests.</summary>
    public IReadOnlyList<string> Paths =>
        [
            .. _sent
                .Where(static one => !one.Address.AbsolutePath.StartsWith("/v1/oauth/", StringComparison.Ordinal))
                .Select(static one => $"{one.Method} {one.Address.AbsolutePath}"),
        ];

    /// <summary>Creates a handler that sends requests and records them.</summary>
    public HttpMessageHandler CreateHandler() => new Recorder(_sent);

    /// <summary>Returns the query of the last request of a path, as it was sent.</summary>
    public string LastQuery(string path) => _sent.Last(one => one.Address.AbsolutePath == path).Address.Query;

    /// <summary>Returns the parameters of the last request of a path, decoded and in their order.</summary>
    public IEnumerable<string> Last(string path) => LastQuery(path).TrimStart('?').Split('&').Select(Uri.UnescapeDataString);

    private sealed class Recorder(ConcurrentQueue<(HttpMethod Method, Uri Address)> sent) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue((request.Method, request.RequestUri!));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
