using System.Net;

namespace Kajabi.Tests.Resilience;

public sealed class RetryPolicyTests
{
    private readonly TestClock _time = new();

    [Fact]
    public async Task A_response_that_was_received_before_the_cancellation_is_returned()
    {
        using CancellationTokenSource caller = new();
        using HttpRequestMessage request = CreateRequest();

        using HttpResponseMessage response = await Create(new KajabiClientOptions())
            .SendAsync(
                request,
                async (_, _) =>
                {
                    await caller.CancelAsync();
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                },
                caller.Token
            );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Successful_requests_replenish_the_budget()
    {
        KajabiClientOptions options = new();
        (options.Retry.RetryBudget, options.Retry.MaxAttempts) = (1, 2);
        RetryPolicy policy = Create(options);

        Assert.Equal(2, await CountAttemptsAsync(policy, HttpStatusCode.BadGateway));
        Assert.Equal(1, await CountAttemptsAsync(policy, HttpStatusCode.BadGateway));
        for (int request = 0; request < 10; request++)
        {
            Assert.Equal(1, await CountAttemptsAsync(policy, HttpStatusCode.OK));
        }

        Assert.Equal(2, await CountAttemptsAsync(policy, HttpStatusCode.BadGateway));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_request_is_sent_MaxAttempts_times(int maxAttempts)
    {
        KajabiClientOptions options = new();
        options.Retry.MaxAttempts = maxAttempts;

        Assert.Equal(maxAttempts, await CountAttemptsAsync(Create(options), HttpStatusCode.BadGateway));
    }

    private RetryPolicy Create(KajabiClientOptions options) => new(options, _time, new Telemetry(null, null), static () => 0);

    private static HttpRequestMessage CreateRequest() => new(HttpMethod.Get, "https://api.kajabi.com/v1/sites");

    private async Task<int> CountAttemptsAsync(RetryPolicy policy, HttpStatusCode status)
    {
        int attempts = 0;
        using HttpRequestMessage request = CreateRequest();
        Task<HttpResponseMessage> call = policy.SendAsync(
            request,
            (_, _) =>
            {
                attempts++;
                return Task.FromResult(new HttpResponseMessage(status));
            },
            CancellationToken.None
        );
        await _time.AdvanceUntilCompletedAsync(call, TimeSpan.MaxValue);
        using HttpResponseMessage response = await call;
        return attempts;
    }
}
