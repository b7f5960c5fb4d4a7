using System.Net;

namespace Kajabi.Contract.Live;

/// <summary>
/// Records the status code of the last response, because the JSON of a raw request does not contain it. For requests that are sent one
/// after another.
/// </summary>
internal sealed class StatusRecorder : DelegatingHandler
{
    /// <summary>Gets the status code of the last response.</summary>
    public HttpStatusCode Last { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Last = response.StatusCode;
        return response;
    }
}
