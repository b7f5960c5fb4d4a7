using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

/// <summary>The delay before a retry when the API sends a Retry-After.</summary>
public sealed class RetryDelayTests
{
    private static readonly Uri s_address = new("https://api.kajabi.com/v1/sites");

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 0, 0.0, 500, 1000, 2000)]
    [InlineData(HttpStatusCode.TooManyRequests, 0, 0.999999, 375, 750, 1500)]
    [InlineData(HttpStatusCode.TooManyRequests, 1, 0.0, 1000, 1000, 2000)]
    [InlineData(HttpStatusCode.TooManyRequests, 1, 0.5, 1250, 1250, 1875)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 0, 0.0, 500, 1000, 2000)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 2, 0.5, 2500, 2500, 2500)]
    public async Task The_delay_is_the_longer_of_Retry_After_and_the_backoff_plus_jitter(
        HttpStatusCode status,
        int retryAfter,
        double random,
        params int[] milliseconds
    )
    {
        IReadOnlyList<TimeSpan> waits = await WaitsAsync(new KajabiClientOptions(), status, TimeSpan.FromSeconds(retryAfter), () => random);

        Assert.Equal(milliseconds, waits.Select(static wait => (int)Math.Round(wait.TotalMilliseconds)));
    }

    [Theory]
    [InlineData(60, 60)] // No room for jitter below MaxDelay; Retry-After is still honored.
    [InlineData(50, 60)]
    [InlineData(20, 30)]
    public async Task Jitter_never_exceeds_the_longest_delay_and_never_falls_below_Retry_After(int retryAfter, int most)
    {
        KajabiClientOptions options = new() { Timeout = Timeout.InfiniteTimeSpan };
        options.Retry.MaxAttempts = 2;

        TimeSpan wait = Assert.Single(
            await WaitsAsync(options, HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(retryAfter), static () => 0.999999)
        );

        Assert.InRange(wait.TotalSeconds, retryAfter, most);
        Assert.Equal(most, Math.Round(wait.TotalSeconds));
    }

    [Fact]
    public async Task Jitter_does_not_exceed_the_request_timeout()
    {
        KajabiClientOptions options = new() { Timeout = TimeSpan.FromSeconds(12) };
        options.Retry.MaxAttempts = 2;

        TimeSpan wait = Assert.Single(
            await WaitsAsync(options, HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10), static () => 0.999999)
        );

        Assert.InRange(wait, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(12) - TimeSpan.FromTicks(1));
    }

    [Fact]
    public async Task Jitter_spreads_forty_requests_with_the_same_Retry_After_over_half_of_it()
    {
        using ScriptedKajabi kajabi = new();
        await kajabi.WithTokenAsync();
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(10)), times: 40);
        Task calls = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => kajabi.Client.Contacts.GetContactAsync("7")));

        List<double> waits = [];
        while (waits.Count < 40)
        {
            waits.Add((await kajabi.Time.NextDelayAsync(ScriptedKajabi.DelayLimit)).TotalSeconds);
        }

        kajabi.Time.Advance(TimeSpan.FromSeconds(15));
        await calls;
        Assert.All(waits, static wait => Assert.InRange(wait, 10, 15));
        Assert.InRange(waits.Max() - waits.Min(), 2, 5);

        // In whole milliseconds, two of them may be equal by chance.
        Assert.InRange(waits.Distinct().Count(), 30, 40);
    }

    [Fact]
    public async Task Jitter_applies_to_token_requests()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.ThenTokenError(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.Zero));

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(static client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.InRange(Assert.Single(waits).TotalMilliseconds, 250, 750);
    }

    private static async Task<IReadOnlyList<TimeSpan>> WaitsAsync(
        KajabiClientOptions options,
        HttpStatusCode status,
        TimeSpan retryAfter,
        Func<double> random
    )
    {
        TestClock time = new();
        RetryPolicy policy = new(options, time, new Telemetry(null, null), random);
        using HttpRequestMessage request = new(HttpMethod.Get, s_address);
        using StubNetwork network = new(() => ScriptedKajabi.CreateResponse(status, new RetryConditionHeaderValue(retryAfter)));
        using HttpMessageInvoker invoker = new(new ResponseBufferingHandler(options, time) { InnerHandler = network });
        Task call = policy.SendTokenRequestAsync(request, invoker, CancellationToken.None);
        return await time.AdvanceUntilCompletedAsync(call, TimeSpan.FromSeconds(99));
    }

    private sealed class StubNetwork(Func<HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(respond());
    }
}
