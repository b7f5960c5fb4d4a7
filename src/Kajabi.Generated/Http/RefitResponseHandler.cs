using System.Net;

namespace Kajabi.Http;

/// <summary>
/// Outermost handler: prepares successful responses for Refit. Refit returns null for a 204 without calling the serializer, which
/// decides what an empty body means; <see cref="BufferedResponseContent.Response"/> keeps the status code.
/// </summary>
internal sealed class RefitResponseHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response is { IsSuccessStatusCode: true, Content: BufferedResponseContent content })
        {
            content.SkipBuffering();
            response.StatusCode = response.StatusCode == HttpStatusCode.NoContent ? HttpStatusCode.OK : response.StatusCode;
        }

        return response;
    }
}
