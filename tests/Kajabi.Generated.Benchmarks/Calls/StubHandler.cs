using System.Net;
using System.Net.Http.Headers;

namespace Kajabi.Benchmarks.Calls;

/// <summary>Responds to each request with the same document, without a network.</summary>
/// <param name="json">The document.</param>
internal sealed class StubHandler(byte[] json) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_type = new("application/vnd.api+json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ByteArrayContent content = new(json);
        content.Headers.ContentType = s_type;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
