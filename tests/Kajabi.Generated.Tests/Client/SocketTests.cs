using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Tests.Client;

/// <summary>What only a real connection shows: breaking off, compression, redirects, silence.</summary>
public sealed class SocketTests
{
    private const string Contact = """{ "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada" } } }""";
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nConnection: close";

    [Fact]
    public async Task An_answer_that_ends_early_is_a_transport_error_and_never_half_a_contact()
    {
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, Head + "\r\nContent-Length: 5000", Encoding.UTF8.GetBytes(Contact)));

        KajabiApiException exception = await FailAsync(server);

        Assert.Equal(KajabiErrorKind.Transport, exception.Kind);
        Assert.Contains("unknown", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_ends_early_keeps_its_status()
    {
        await using RawServer server = new((_, stream, _) =>
            RawServer.WriteAsync(stream, "HTTP/1.1 422 No\r\nContent-Length: 5000", "{\"errors\":[{\"title\":\"Inv"u8.ToArray()));

        KajabiApiException exception = await FailAsync(server);

        Assert.Equal((KajabiErrorKind.Validation, "{\"errors\":[{\"title\":\"Inv"), (exception.Kind, exception.BodyExcerpt));
    }

    [Fact]
    public async Task An_answer_without_a_length_is_read_to_the_end_of_the_connection()
    {
        await using RawServer server = new((_, stream, _) =>
            RawServer.WriteAsync(stream, "HTTP/1.0 200 OK\r\nContent-Type: application/json", Encoding.UTF8.GetBytes(Contact)));
        using KajabiClient client = server.Connect();

        Assert.Equal("Ada", (await client.Contacts.GetContactAsync("7")).Data.Attributes.Name);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_unpacked(string coding)
    {
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"{Head}\r\nContent-Encoding: {coding}", Pack(coding, Encoding.UTF8.GetBytes(Contact))));
        using KajabiClient client = server.Connect();

        Assert.Equal("Ada", (await client.Contacts.GetContactAsync("7")).Data.Attributes.Name);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Damaged_compression_is_an_answer_that_cannot_be_understood(string coding)
    {
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"{Head}\r\nContent-Encoding: {coding}", Encoding.UTF8.GetBytes(Contact)));

        KajabiApiException exception = await FailAsync(server);

        Assert.Equal(KajabiErrorKind.UnexpectedAnswer, exception.Kind);
        Assert.Contains("compression is damaged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coding_that_was_not_asked_for_is_named()
    {
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"{Head}\r\nContent-Encoding: zstd", [0x28, 0xb5, 0x2f, 0xfd]));

        Assert.Contains("zstd", (await FailAsync(server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_counts_what_comes_out_of_the_compression()
    {
        byte[] bomb = Pack("gzip", new byte[32 * 1024 * 1024]);
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"{Head}\r\nContent-Encoding: gzip", bomb));
        using KajabiClient client = server.Connect(options => options.MaxResponseBytes = 1024 * 1024);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => client.Contacts.GetContactAsync("7"));

        Assert.InRange(bomb.Length, 1, 512 * 1024);
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_of_the_token_endpoint_does_not_carry_the_secret_elsewhere()
    {
        await using RawServer elsewhere = new((_, stream, _) => RawServer.WriteAsync(stream, "200 OK", "{}"));
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"HTTP/1.1 307 Moved\r\nLocation: {elsewhere.Address}v1/oauth/token\r\nContent-Length: 0", []), givesToken: false);

        KajabiApiException exception = await FailAsync(server);

        Assert.Empty(elsewhere.Requests);
        Assert.Equal("/v1/oauth/token", exception.PathTemplate);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_redirect_of_a_call_is_not_followed_and_no_success(int status)
    {
        await using RawServer elsewhere = new((_, stream, _) => RawServer.WriteAsync(stream, "200 OK", Contact));
        await using RawServer server = new((_, stream, _) => RawServer.WriteAsync(stream, $"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.Address}\r\nContent-Length: 0", []));
        using KajabiClient client = server.Connect();

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => client.Contacts.CreateContactAsync(new ContactDocument { Data = { Attributes = { Name = "Ada" } } }));

        Assert.Empty(elsewhere.Requests);
        Assert.Contains("Redirects are not followed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_while_the_body_arrives_ends_the_call_with_the_callers_token()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new(async (_, stream, end) =>
        {
            await RawServer.WriteAsync(stream, Head, "{"u8.ToArray());
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, end);
        });
        using KajabiClient client = server.Connect();
        using CancellationTokenSource source = new();

        Task<ContactDocument> call = client.Contacts.GetContactAsync("7", cancellationToken: source.Token);
        await begun.Task;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task Silence_becomes_a_timeout_of_our_own()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new((_, _, end) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, end);
        });
        FakeTimeProvider time = new();
        using KajabiClient client = server.Connect(options => options.Timeout = TimeSpan.FromSeconds(30), time);

        Task<ContactDocument> call = client.Contacts.GetContactAsync("7");
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => call);

        Assert.Equal(KajabiErrorKind.Timeout, exception.Kind);
    }

    [Fact]
    public async Task Disposing_of_the_client_ends_calls_in_flight_and_is_no_timeout()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = new((_, _, end) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, end);
        });
        KajabiClient client = server.Connect();

        Task<ContactDocument> call = client.Contacts.GetContactAsync("7");
        await asked.Task;
        client.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Contacts.GetContactAsync("7"));
    }

    [Fact]
    public async Task Where_nothing_listens_nothing_was_sent()
    {
        Uri nobody;
        await using (RawServer server = new((_, _, _) => Task.CompletedTask))
        {
            nobody = server.Address;
        }

        using KajabiClient client = KajabiClient.Create(new KajabiClientOptions { ClientId = "c", ClientSecret = "s", BaseAddress = nobody });
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => client.Version.GetVersionAsync());

        Assert.Equal(KajabiErrorKind.Transport, exception.Kind);
        Assert.Contains("Nothing was sent", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<KajabiApiException> FailAsync(RawServer server)
    {
        using KajabiClient client = server.Connect();
        return await Assert.ThrowsAsync<KajabiApiException>(() => client.Contacts.GetContactAsync("7"));
    }

    private static byte[] Pack(string coding, byte[] bytes)
    {
        using MemoryStream packed = new();
        using (Stream packer = coding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
