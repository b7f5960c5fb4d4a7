using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.AspNetCore.Tests;

/// <summary>A compressed body is decompressed or rejected; compressed bytes are never parsed as an event.</summary>
public sealed class CompressedDeliveryTests
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("br", "br")]
    [InlineData("identity", "identity")]
    public async Task A_compressed_delivery_is_decompressed_and_its_uncompressed_duplicate_is_detected(string header, string coding)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        byte[] body = Compress(Deliveries.TagAdded(), coding);

        int[] statuses = [await PostAsync(host, header, body), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal([200, 200], statuses);
        Assert.IsType<TagAddedEvent>(await host.Inbox.NextAsync());
        Assert.Equal(1, host.Inbox.Count);
    }

    [Theory]
    [InlineData("zstd", "gzip", 415)]
    [InlineData("gzip, gzip", "gzip", 415)]
    [InlineData("gzip, zstd", "gzip", 415)]
    [InlineData("aes128gcm", "identity", 415)]
    [InlineData("gzip", "identity", 400)]
    [InlineData("gzip", "br", 400)]
    [InlineData("deflate", "gzip", 400)]
    [InlineData("br", "identity", 400)]
    [InlineData(null, "gzip", 400)]
    [InlineData(null, "br", 400)]
    public async Task A_body_that_cannot_be_decompressed_is_rejected(string? header, string coding, int expected)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        byte[] body = Compress(Deliveries.TagAdded(), coding);

        int[] statuses = [await PostAsync(host, header, body), await PostAsync(host, header, body)];

        Assert.Equal([expected, expected], statuses);
        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_delivery_that_is_empty_corrupted_or_truncated_is_rejected(string coding)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        byte[] whole = Compress(Deliveries.TagAdded(), coding);
        byte[] corrupted = [.. whole];
        corrupted[whole.Length / 2] ^= 0xFF;

        Assert.Equal(400, await PostAsync(host, coding, []));
        Assert.Equal(400, await PostAsync(host, coding, Compress(string.Empty, coding)));
        Assert.Equal(400, await PostAsync(host, coding, corrupted));
        Assert.Equal(400, await PostAsync(host, coding, whole[..(whole.Length / 2)]));
        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_size_limit_applies_to_the_decompressed_body(string coding)
    {
        await using WebhookHost host = await WebhookHost.StartAsync(options => options.MaxRequestBodySize = 100_000);

        Assert.Equal(413, await PostAsync(host, coding, Compress(Deliveries.TagAdded().PadRight(100_001), coding)));
        Assert.Equal(413, await PostAsync(host, coding, Compress(Deliveries.TagAdded().PadRight(50_000_000), coding)));
        Assert.Equal(0, host.Inbox.Count);
        Assert.Equal(200, await PostAsync(host, coding, Compress(Deliveries.TagAdded().PadRight(100_000), coding)));
    }

    [Fact]
    public async Task A_compressed_body_without_content_is_not_read_beyond_the_limit()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(options => options.MaxRequestBodySize = 2_000);
        byte[] empty = Convert.FromHexString("1f8b08000000000000ff03000000000000000000");
        byte[] many = [.. Enumerable.Repeat(empty, 1_000).SelectMany(static member => member)];

        string head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n";
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{many.Length:x}\r\n"), .. many, .. "\r\n0\r\n\r\n"u8];

        Assert.Equal(413, await RawHttp.PostAsync(host, head, chunked));
    }

    [Fact]
    public async Task A_body_that_a_middleware_decompressed_is_not_decompressed_again()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(
            build: static builder => builder.Services.AddRequestDecompression(),
            use: static application => application.UseRequestDecompression()
        );

        Assert.Equal(200, await PostAsync(host, "gzip", Compress(Deliveries.TagAdded(), "gzip")));
        Assert.IsType<TagAddedEvent>(await host.Inbox.NextAsync());
        Assert.Equal(400, await PostAsync(host, "gzip", Encoding.UTF8.GetBytes(Deliveries.TagAdded("1"))));
    }

    internal static byte[] Compress(string text, string coding)
    {
        using MemoryStream compressed = new();
        using (
            Stream encoder = coding switch
            {
                "gzip" => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(compressed),
            }
        )
        {
            encoder.Write(Encoding.UTF8.GetBytes(text));
            encoder.Flush();
            return coding is "gzip" or "deflate" or "br" ? Finish(encoder, compressed) : compressed.ToArray();
        }
    }

    private static byte[] Finish(Stream encoder, MemoryStream compressed)
    {
        encoder.Dispose();
        return compressed.ToArray();
    }

    private static async Task<int> PostAsync(WebhookHost host, string? coding, byte[] body)
    {
        using ByteArrayContent content = new(body);
        if (coding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        return await host.SendAsync(HttpMethod.Post, content: content);
    }
}
