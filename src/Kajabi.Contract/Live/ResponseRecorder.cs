using System.Net;

namespace Kajabi.Contract.Live;

/// <summary>
/// Records the last response as it was received, because the client returns neither its status code nor its text. For requests that are
/// sent one after another.
/// </summary>
/// <param name="maxBytes">The maximum size of a body in bytes.</param>
internal sealed class ResponseRecorder(long maxBytes) : DelegatingHandler
{
    /// <summary>Gets the status code of the last response.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Gets the body of the last response.</summary>
    public byte[] Body { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken).ConfigureAwait(false);
        Status = response.StatusCode;
        Body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return response;
    }
}
