namespace Kajabi.Http.Content;

/// <summary>
/// Reads each answer whole, within the limit, where the caller's cancellation and the handlers outside can still
/// act on a connection that breaks in the middle.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock, for a Retry-After that is a date.</param>
internal sealed class ResponseBufferingHandler(KajabiClientOptions options, TimeProvider time) : DelegatingHandler
{
    // What explains an error fits in this, and so does an access token; a longer body is not worth its memory.
    private const long MaxErrorOrTokenBytes = 1024 * 1024;

    /// <summary>Returns how many bytes of a response are read at most.</summary>
    public static long LimitOf(HttpRequestMessage request, HttpResponseMessage response, KajabiClientOptions options) =>
        response.IsSuccessStatusCode && RequestKindExtensions.Of(request) != RequestKind.TokenRequest
            ? options.MaxResponseBytes
            : Math.Min(options.MaxResponseBytes, MaxErrorOrTokenBytes);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= request; // A handler that stands in for the network may leave it out; errors need it.
        PooledBody body = new();
        try
        {
            using HttpContent unread = response.Content;
            await ReadAsync(request, response, body, cancellationToken).ConfigureAwait(false);
            response.Content = new BufferedResponseContent(body, response, new SecretFilter(options, request), time)
            {
                MaxDepth = options.MaxResponseDepth,
            };
            return response;
        }
        catch
        {
            body.Dispose();
            response.Dispose();
            throw;
        }
    }

    private async Task ReadAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        PooledBody body,
        CancellationToken cancellationToken
    )
    {
        long limit = LimitOf(request, response, options);
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                bool isComplete = await body.TryFillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
                if (!isComplete && response.IsSuccessStatusCode)
                {
                    throw KajabiApiException.InvalidResponse(
                        request,
                        response,
                        $"It is larger than {limit} bytes; raise MaxResponseBytes or ask for smaller pages."
                    );
                }
            }
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException)
                && !response.IsSuccessStatusCode
            )
        {
            // Half an error is an error: its status tells more than that the connection broke after it.
        }
        catch (IOException exception)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer ended before it was complete.", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            // .NET's gzip and Brotli each have an exception of their own for what they cannot unpack.
            throw KajabiApiException.InvalidResponse(request, response, "Its compression is damaged.", exception);
        }
    }
}
