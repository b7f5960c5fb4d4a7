using System.Net;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

/// <summary>A call that is canceled after its first attempt failed, before it is retried.</summary>
public sealed class RetryCancellationTests
{
    private static readonly Uri s_address = new("https://api.kajabi.com/v1/sites");

    [Fact]
    public async Task The_response_of_the_first_attempt_is_returned()
    {
        using CancellationTokenSource cancellation = new();
        using HttpRequestMessage request = new(HttpMethod.Get, s_address);
        int sent = 0;

        using HttpResponseMessage response = await CreatePolicy()
            .SendAsync(
                request,
                async (_, _) =>
                {
                    sent++;
                    await cancellation.CancelAsync();
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                },
                cancellation.Token
            );

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 1), (response.StatusCode, sent));
    }

    [Fact]
    public async Task The_exception_of_the_first_attempt_is_thrown()
    {
        using CancellationTokenSource cancellation = new();
        using HttpRequestMessage request = new(HttpMethod.Get, s_address);
        HttpRequestException lost = new(HttpRequestError.ResponseEnded);

        Exception? thrown = await Record.ExceptionAsync(() =>
            CreatePolicy()
                .SendAsync(
                    request,
                    async (_, _) =>
                    {
                        await cancellation.CancelAsync();
                        throw lost;
                    },
                    cancellation.Token
                )
        );

        Assert.Same(lost, thrown);
    }

    private static RetryPolicy CreatePolicy() => new(new KajabiClientOptions(), new TestClock(), new Telemetry(null, null), static () => 0);
}
