using System.Collections.Concurrent;

namespace Acme;

/// <summary>Records the requests of a client to the sandbox, in order: method, path and query. Token requests are left out.</summary>
internal sealed class RequestRecorder : DelegatingHandler
{
    private readonly ConcurrentQueue<string> _requests;

    /// <summary>Creates the recorder of a client without a container.</summary>
    public RequestRecorder()
        : base(new SocketsHttpHandler()) => _requests = [];

    /// <summary>Creates one of the recorders of a client in a container, which replaces its handlers from time to time.</summary>
    public RequestRecorder(ConcurrentQueue<string> requests) => _requests = requests;

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
