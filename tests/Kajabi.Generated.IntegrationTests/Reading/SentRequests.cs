using System.Collections.Concurrent;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>The addresses of the requests that a client sent.</summary>
internal sealed class SentRequests
{
    private readonly ConcurrentQueue<Uri> _sent = new();

    /// <summary>Creates a handler that sends requests and records them.</summary>
    public HttpMessageHandler CreateHandler() => new Recorder(_sent);

    /// <summary>Returns the query of the last request of a path, as it was sent.</summary>
    public string LastQuery(string path) => _sent.Last(address => address.AbsolutePath == path).Query;

    /// <summary>Returns the parameters of the last request of a path, decoded and in their order.</summary>
    public IEnumerable<string> Last(string path) => LastQuery(path).TrimStart('?').Split('&').Select(Uri.UnescapeDataString);

    private sealed class Recorder(ConcurrentQueue<Uri> sent) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Enqueue(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
