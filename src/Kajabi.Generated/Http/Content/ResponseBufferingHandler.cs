namespace Kajabi.Http.Content;

/// <summary>
/// Buffers each response up to the size limit, where cancellation and the outer handlers can still react to a lost connection.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock, for a Retry-After header with a date.</param>
internal sealed class ResponseBufferingHandler(KajabiClientOptions options, TimeProvider time) : DelegatingHandler
{
    // Error responses and token responses are smaller; a longer body is not worth the memory.
    private const long MaxErrorOrTokenBytes = 1024 * 1024;

    /// <summary>Returns the maximum number of bytes of a response.</summary>
    public static long GetLimit(HttpRequestMessage request, HttpResponseMessage response, KajabiClientOptions options) =>
        response.IsSuccessStatusCode && request.GetKind() != RequestKind.TokenRequest
            ? options.MaxResponseBytes
            : Math.Min(options.MaxResponseBytes, MaxErrorOrTokenBytes);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= request; // A custom handler may omit it; errors need it.
        PooledBody body = new();
        try
        {
            using HttpContent source = response.Content;
            await ReadAsync(request, response, body, cancellationToken).ConfigureAwait(false);
            response.Content = new BufferedResponseContent(body, response, new SecretRedactor(options, request), time)
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
        long limit = GetLimit(request, response, options);
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
                        $"It is larger than {limit} bytes. Increase MaxResponseBytes or request smaller pages."
                    );
                }
            }
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException)
                && !response.IsSuccessStatusCode
            )
        {
            // The status code of a truncated error response is more useful than the lost connection.
        }
        catch (IOException exception)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended before it was complete.", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            // The gzip and Brotli streams of .NET throw different exceptions for invalid data.
            throw KajabiApiException.InvalidResponse(request, response, "Its compressed data is invalid.", exception);
        }
    }
}
