using System.Collections.Concurrent;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>Records the addresses of requests.</summary>
internal sealed class RequestRecorder() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<Uri> _sent = new();

    /// <summary>Returns the query of the last request of a path, as it was sent.</summary>
    public string LastQuery(string path) => _sent.Last(address => address.AbsolutePath == path).Query;

    /// <summary>Returns the parameters of the last request of a path, decoded and in their order.</summary>
    public IEnumerable<string> Last(string path) => LastQuery(path).TrimStart('?').Split('&').Select(Uri.UnescapeDataString);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.Enqueue(request.RequestUri!);
        return base.SendAsync(request, cancellationToken);
    }
}
