using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Reads the delivery of a request, or sets the status code of the rejection.</summary>
/// <param name="maxBytes">The maximum size of the body in bytes, before and after decompression.</param>
/// <param name="logger">Logs why a delivery was rejected.</param>
internal sealed class DeliveryReader(int maxBytes, ILogger logger)
{
    /// <returns>The event; null when the body is not a delivery, after the status code of the response was set.</returns>
    public async Task<WebhookEvent?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            return RejectTooLarge(context);
        }

        if (!RequestDecompression.TryGetDecoder(context.Request, out Func<Stream, Stream>? decode))
        {
            context.Response.Headers.AcceptEncoding = RequestDecompression.AcceptedEncodings;
            return Reject(context, StatusCodes.Status415UnsupportedMediaType, "its Content-Encoding is not supported");
        }

        try
        {
            WebhookEvent webhookEvent = await ReadBodyAsync(context, decode).ConfigureAwait(false);
            if (!Ascii.IsValid(webhookEvent.RawJson) && HasOtherCharset(context.Request))
            {
                return Reject(context, StatusCodes.Status415UnsupportedMediaType, "its charset is not supported");
            }

            return webhookEvent is UnknownEvent { UnreadableReason: { } reason }
                ? Reject(context, StatusCodes.Status400BadRequest, reason)
                : webhookEvent;
        }
        catch (KajabiSerializationException)
        {
            return RejectTooLarge(context);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RejectTooLarge(context)
                : Reject(context, exception.StatusCode, "its body is truncated or invalid");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Reject(context, StatusCodes.Status499ClientClosedRequest, "the request was aborted");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException)
        {
            // Servers, decompression and middleware streams throw these for an unreadable body.
            return Reject(context, StatusCodes.Status400BadRequest, $"reading it failed with {exception.GetType().Name}");
        }
    }

    private async Task<WebhookEvent> ReadBodyAsync(HttpContext context, Func<Stream, Stream>? decode)
    {
        // The reader counts the bytes; the server's limit would also count chunk framing.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        // Middleware may have buffered and read the body.
        if (context.Request.Body is { CanSeek: true, Position: not 0 } buffered)
        {
            buffered.Position = 0;
        }

        if (decode is null)
        {
            return await WebhookParser.ParseAsync(context.Request.Body, maxBytes, context.RequestAborted).ConfigureAwait(false);
        }

        Stream decoded = decode(
            await RequestDecompression.BufferAsync(context.Request.Body, maxBytes, context.RequestAborted).ConfigureAwait(false)
        );
        await using (decoded.ConfigureAwait(false))
        {
            return await WebhookParser.ParseAsync(decoded, maxBytes, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether the content type names a charset other than UTF. ASCII text is the same in all charsets; other text would be
    /// misread.
    /// </summary>
    private static bool HasOtherCharset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset
        && !charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase);

    private WebhookEvent? RejectTooLarge(HttpContext context)
    {
        WebhookLog.PayloadTooLarge(logger, maxBytes);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return null;
    }

    private WebhookEvent? Reject(HttpContext context, int statusCode, string reason)
    {
        WebhookLog.Unreadable(logger, statusCode, reason);
        context.Response.StatusCode = statusCode;
        return null;
    }
}
