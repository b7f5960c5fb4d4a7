using System.Net;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Http;

/// <summary>A second send of a write gets a copy of the first response.</summary>
public sealed class RecordedResponseTests : IDisposable
{
    private readonly HttpRequestMessage _request = new(HttpMethod.Post, "https://api.kajabi.com/v1/contacts");

    public void Dispose() => _request.Dispose();

    [Fact]
    public async Task A_copy_has_the_status_headers_and_body()
    {
        using HttpResponseMessage response = new(HttpStatusCode.Created)
        {
            ReasonPhrase = "Made",
            Version = HttpVersion.Version20,
            Content = new StringContent("body", null, TestKajabi.MediaType),
        };
        response.Headers.TryAddWithoutValidation("X-Request-Id", ["1", "2"]);
        RecordedResponse recorded = await RecordedResponse.ReadAsync(response, 100, CancellationToken.None);

        using HttpResponseMessage copy = recorded.Create(_request);

        Assert.Equal((HttpStatusCode.Created, "Made", HttpVersion.Version20), (copy.StatusCode, copy.ReasonPhrase, copy.Version));
        Assert.Equal(["1", "2"], copy.Headers.GetValues("X-Request-Id"));
        Assert.Equal(TestKajabi.MediaType, copy.Content.Headers.ContentType?.MediaType);
        Assert.Equal("body", await copy.Content.ReadAsStringAsync());
        Assert.Same(_request, copy.RequestMessage);
    }

    [Theory]
    [InlineData(typeof(IOException), true)]
    [InlineData(typeof(InvalidDataException), true)]
    [InlineData(typeof(InvalidOperationException), true)]
    [InlineData(typeof(ObjectDisposedException), false)]
    [InlineData(typeof(OperationCanceledException), false)]
    public async Task A_copy_of_an_interrupted_response_fails_at_the_same_position(Type type, bool isRecorded)
    {
        Exception failure = (Exception)Activator.CreateInstance(type, "lost")!;
        using HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            Content = new StreamContent(new FailingStream("part"u8.ToArray(), failure)),
        };
        Task<RecordedResponse> reading = RecordedResponse.ReadAsync(response, 100, CancellationToken.None);
        if (!isRecorded)
        {
            Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => reading));
            return;
        }

        using HttpResponseMessage copy = (await reading).Create(_request);
        await using Stream body = await copy.Content.ReadAsStreamAsync();
        byte[] received = new byte[10];

        Assert.Equal(0, body.Read(received, 0, 0));
        Assert.Equal(3, body.Read(received, 0, 3));
        Assert.Equal(0, await body.ReadAsync(Memory<byte>.Empty));
        Assert.Equal(1, await body.ReadAsync(received.AsMemory(3)));
        Assert.Equal("part"u8.ToArray(), received[..4]);
        Assert.Same(failure, Assert.ThrowsAny<Exception>(() => body.Read(received, 0, 1)));
        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => body.ReadAsync(received).AsTask()));
    }

    [Fact]
    public async Task Only_the_bytes_up_to_the_limit_are_read()
    {
        using MemoryStream endless = new(new byte[10 * 1024 * 1024]);
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(endless) };

        RecordedResponse recorded = await RecordedResponse.ReadAsync(response, limit: 100, CancellationToken.None);
        using HttpResponseMessage copy = recorded.Create(_request);

        Assert.InRange((await copy.Content.ReadAsByteArrayAsync()).Length, 101, 1024 * 1024);
    }

    /// <summary>Returns bytes and then throws.</summary>
    private sealed class FailingStream(byte[] bytes, Exception failure) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw failure;
        }
    }
}
