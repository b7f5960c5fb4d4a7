using System.Net;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

public sealed class AttemptHandlerTests
{
    [Fact]
    public async Task A_write_without_a_body_gets_an_empty_one_so_that_it_is_not_sent_again()
    {
        HttpContent? sent = await SendAsync(new HttpRequestMessage(HttpMethod.Delete, "https://api.kajabi.com/v1/hooks/7"));

        Assert.Empty(await Assert.IsType<ByteArrayContent>(sent).ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_write_keeps_its_body()
    {
        using StringContent body = new("{}");

        HttpContent? sent = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "https://api.kajabi.com/v1/hooks") { Content = body });

        Assert.Same(body, sent);
    }

    [Fact]
    public async Task A_read_gets_no_body() =>
        Assert.Null(await SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://api.kajabi.com/v1/hooks")));

    [Fact]
    public async Task A_cancellation_by_another_handler_is_no_attempt_timeout()
    {
        OperationCanceledException canceled = new("by another handler");

        OperationCanceledException exception = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://api.kajabi.com/v1/hooks"), canceled)
        );

        Assert.Same(canceled, exception);
    }

    /// <summary>Returns the body that the network receives.</summary>
    private static async Task<HttpContent?> SendAsync(HttpRequestMessage request, Exception? failure = null)
    {
        HttpContent? sent = null;
        using DelegateHandler network = new(
            (received, _) =>
            {
                sent = received.Content;
                return failure is null
                    ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent))
                    : Task.FromException<HttpResponseMessage>(failure);
            }
        );
        using AttemptHandler handler = new(new KajabiRetryOptions(), new TestClock()) { InnerHandler = network };
        using HttpMessageInvoker invoker = new(handler);
        using (await invoker.SendAsync(request, CancellationToken.None))
        {
            return sent;
        }
    }
}
