using System.Net;

namespace Kajabi;

/// <summary>
/// Reads each answer whole, within the limit, where the caller's cancellation and the handlers outside can still
/// act on a connection that breaks in the middle.
/// </summary>
/// <param name="options">The limit.</param>
internal sealed class AnswerHandler(KajabiClientOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using HttpContent unread = response.Content;
            Stream stream = await unread.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                PooledBody body = await PooledBody.ReadAsync(stream, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false)
                    ?? throw KajabiApiException.TooLarge(request, response, options.MaxResponseBytes);
                response.Content = new AnswerContent(body, response);
                if (response.StatusCode == HttpStatusCode.NoContent)
                {
                    // Refit gives null for a 204 without asking its serializer. What the API said stands in AnswerContent.
                    response.StatusCode = HttpStatusCode.OK;
                }

                return response;
            }
        }
        catch (Exception exception)
        {
            response.Dispose();
            if (exception is IOException)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer ended before it was complete.", exception);
            }

            throw;
        }
    }
}
