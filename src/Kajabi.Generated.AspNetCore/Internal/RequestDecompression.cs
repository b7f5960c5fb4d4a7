using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Decompresses a request that no middleware decompressed.</summary>
internal static class RequestDecompression
{
    /// <summary>The supported content codings, as a header value.</summary>
    public const string AcceptedEncodings = "gzip, deflate, br";

    /// <summary>Gets the decoder of a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decode">The decoder; null when the body is not encoded.</param>
    /// <returns>False when the coding is unknown, or when there are several, which would multiply the expansion.</returns>
    public static bool TryGetDecoder(HttpRequest request, out Func<Stream, Stream>? decode)
    {
        string[] codings =
        [
            .. string.Join(',', request.Headers.ContentEncoding.ToArray())
                .ToLowerInvariant()
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(static coding => coding != "identity"),
        ];
        decode = codings switch
        {
            ["gzip" or "x-gzip"] => static body => new GZipStream(body, CompressionMode.Decompress),
            ["deflate"] => static body => new ZLibStream(body, CompressionMode.Decompress),
            ["br"] => static body => new BrotliStream(body, CompressionMode.Decompress),
            _ => null,
        };
        return decode is not null || codings.Length == 0;
    }

    /// <summary>
    /// Reads a compressed body completely before it is decoded: a compressed stream can be endless without any content.
    /// </summary>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="maxBytes"/>.</exception>
    public static async Task<MemoryStream> BufferAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        MemoryStream buffered = new();
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            buffered.Write(buffer, 0, count);
            if (buffered.Length > maxBytes)
            {
                throw new BadHttpRequestException("The compressed delivery is too large.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        buffered.Position = 0;
        return buffered;
    }
}
