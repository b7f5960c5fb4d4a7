namespace Kajabi.Tests.Documents;

/// <summary>Records the bodies of requests and responses, except those of tokens.</summary>
internal sealed class RecordingHandler(Action<string, byte[]> record) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        string path = request.RequestUri!.PathAndQuery;
        if (!path.Contains("oauth", StringComparison.Ordinal))
        {
            await RecordAsync($"{request.Method} {path}, request", request.Content, cancellationToken);
            await RecordAsync($"{request.Method} {path}", response.Content, cancellationToken);
        }

        return response;
    }

    private async Task RecordAsync(string name, HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        await content.LoadIntoBufferAsync(cancellationToken);
        byte[] body = await content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length > 0)
        {
            record(name, body);
        }
    }
}
