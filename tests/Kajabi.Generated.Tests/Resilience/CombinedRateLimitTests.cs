using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

/// <summary>With both limits, a request that gets no permit of the second returns that of the first.</summary>
public sealed class CombinedRateLimitTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_request_that_the_rate_limit_rejects_does_not_count_as_a_concurrent_request()
    {
        using ScriptedKajabi kajabi = Create(queueLimit: 0);
        await kajabi.Client.Contacts.GetContactAsync("7");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        // On the thread of a test, which has a synchronization context, the permit would be released later by another thread.
        await Task.Run(() => kajabi.Time.Advance(s_second));
        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(KajabiErrorKind.RateLimited, exception.Kind);
        Assert.Equal(2, kajabi.Sent.Count);
    }

    [Fact]
    public async Task A_request_that_is_canceled_in_the_queue_of_the_rate_limit_does_not_count_as_a_concurrent_request()
    {
        using ScriptedKajabi kajabi = Create(queueLimit: 1);
        await kajabi.Client.Contacts.GetContactAsync("7");
        using CancellationTokenSource caller = new();
        Task waiting = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        kajabi.Time.Advance(s_second);
        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(2, kajabi.Sent.Count);
    }

    [Fact]
    public async Task A_request_that_waits_for_the_rate_limit_ends_when_the_client_is_disposed()
    {
        ScriptedKajabi kajabi = Create(queueLimit: 1);
        await kajabi.Client.Contacts.GetContactAsync("7");
        Task waiting = kajabi.Client.Contacts.GetContactAsync("7");

        kajabi.Dispose();

        Exception? end = await Record.ExceptionAsync(() => waiting);
        Assert.True(end is ObjectDisposedException or OperationCanceledException, $"{end}");
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(1, null, true)]
    [InlineData(null, 1, true)]
    public void A_client_has_a_limiter_if_either_limit_is_set(int? perSecond, int? concurrent, bool hasLimiter)
    {
        KajabiClientOptions options = new()
        {
            AccessToken = "token",
            RateLimit = { MaxRequestsPerSecond = perSecond, MaxConcurrentRequests = concurrent },
        };
        using KajabiClientCore core = new(options, TimeProvider.System);

        Assert.Equal(hasLimiter, core.Limiter is not null);
    }

    private static ScriptedKajabi Create(int queueLimit) =>
        new(options =>
            (options.RateLimit.MaxRequestsPerSecond, options.RateLimit.MaxConcurrentRequests, options.RateLimit.QueueLimit) = (
                1,
                1,
                queueLimit
            )
        );
}
