using System.Collections.Concurrent;

namespace Acme;

/// <summary>Records the requests of a client to the sandbox, in order: method, path and query. Token requests are left out.</summary>
internal sealed class RequestRecorder() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<string> _requests = [];

    public IReadOnlyList<string> Requests => [.. _requests];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string target = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery);
        if (!target.StartsWith("/v1/oauth/", StringComparison.Ordinal))
        {
            _requests.Enqueue($"{request.Method} {target}");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
