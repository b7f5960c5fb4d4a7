using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Resilience;

/// <summary>When a request is retried, and the result for the caller.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_read_succeeds_after_transient_failures()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.Then(HttpStatusCode.ServiceUnavailable, times: 2);

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(3, kajabi.Sent.Count);
        Assert.Equal(2, waits.Count);
    }

    [Fact]
    public async Task A_request_that_keeps_failing_throws_with_the_number_of_attempts()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.Then(HttpStatusCode.BadGateway, times: 9);

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        KajabiApiException exception = Assert.IsType<KajabiApiException>(failure);
        Assert.Equal((HttpStatusCode.BadGateway, 4), (exception.StatusCode, exception.Attempts));
        Assert.Equal((4, 3), (kajabi.Sent.Count, waits.Count)); // The first attempt is one of MaxAttempts, and has no delay.
    }

    [Theory]
    [InlineData(0.0, 500, 1000, 2000)]
    [InlineData(0.999999, 250, 500, 1000)]
    public async Task The_delay_doubles_with_jitter_of_up_to_half_of_it(double random, params int[] milliseconds)
    {
        TestClock time = new();
        RetryPolicy policy = new(new KajabiClientOptions(), time, new Telemetry(null, null), () => random);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://api.kajabi.com/v1/sites");
        using DelegateHandler unavailable = new(
            static (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))
        );
        using HttpMessageInvoker invoker = new(unavailable);
        Task call = policy.SendTokenRequestAsync(request, invoker, CancellationToken.None);

        IReadOnlyList<TimeSpan> waits = await time.AdvanceUntilCompletedAsync(call, ScriptedKajabi.DelayLimit);

        Assert.Equal(milliseconds, waits.Select(static wait => (int)Math.Round(wait.TotalMilliseconds)));
    }

    [Fact]
    public async Task The_delay_does_not_exceed_MaxDelay()
    {
        using ScriptedKajabi kajabi = new(static options => (options.Retry.MaxAttempts, options.Retry.MaxDelay) = (12, s_second));
        kajabi.Then(HttpStatusCode.TooManyRequests, times: 11);

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(11, waits.Count);
        Assert.All(waits.Skip(1), wait => Assert.InRange(wait, s_second / 2, s_second));
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_honored()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(s_second));

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.InRange(Assert.Single(waits), s_second, s_second * 1.5);
    }

    [Theory]
    [InlineData(16, 16, 24)]
    [InlineData(-3600, 0.25, 0.75)]
    public async Task Retry_After_as_a_date_is_honored_unless_it_has_passed(int secondsFromNow, double least, double most)
    {
        using ScriptedKajabi kajabi = new();
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(kajabi.Time.GetUtcNow().AddSeconds(secondsFromNow)));

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(2, kajabi.Sent.Count);
        Assert.InRange(Assert.Single(waits).TotalSeconds, least, most);
    }

    [Theory]
    [InlineData(86400, 100)]
    [InlineData(61, 100)]
    [InlineData(20, 20)]
    public async Task A_Retry_After_longer_than_MaxDelay_or_the_timeout_fails_immediately(int seconds, int timeout)
    {
        using ScriptedKajabi kajabi = new(options => options.Timeout = TimeSpan.FromSeconds(timeout));
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(
            (KajabiErrorKind.RateLimited, TimeSpan.FromSeconds(seconds), 1),
            (exception.Kind, exception.RetryAfter, exception.Attempts)
        );
    }

    [Fact]
    public async Task A_retry_is_not_started_if_its_delay_exceeds_the_remaining_timeout()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.Timeout, options.Retry.BaseDelay) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20))
        );
        kajabi.Then(HttpStatusCode.ServiceUnavailable);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
    }

    [Fact]
    public async Task Cancellation_during_the_delay_throws_with_the_callers_cancellation_token()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(s_second));
        using CancellationTokenSource caller = new();
        Task call = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.Time.NextDelayAsync(ScriptedKajabi.DelayLimit);

        await caller.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, exception.CancellationToken);
        Assert.Single(kajabi.Sent);
    }

    [Fact]
    public async Task Each_attempt_uses_a_valid_token()
    {
        using ScriptedKajabi kajabi = new();
        kajabi.TokenLifetime = TimeSpan.FromSeconds(10);
        kajabi.Then(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(12)));

        (Exception? failure, _) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(["token-1", "token-2"], kajabi.Sent);
    }

    [Fact]
    public async Task With_MaxAttempts_1_a_request_is_sent_once()
    {
        using ScriptedKajabi kajabi = new(static options => options.Retry.MaxAttempts = 1);
        kajabi.Then(HttpStatusCode.ServiceUnavailable);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Contacts.GetContactAsync("7"));

        Assert.Equal(1, exception.Attempts);
    }

    [Theory]
    [InlineData(429, 1)]
    [InlineData(503, null)]
    public async Task A_token_request_is_retried_separately(int status, int? retryAfter)
    {
        using ScriptedKajabi kajabi = new(static options => options.RateLimit.MaxConcurrentRequests = 1);
        kajabi.ThenTokenError(
            (HttpStatusCode)status,
            retryAfter is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null
        );

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client =>
            client.Forms.SubmitFormAsync("7", new FormSubmissionAttributes { Email = "ada@example.org" })
        );

        Assert.IsNotType<HttpRequestException>(failure);
        Assert.Equal((1, 1), (waits.Count, kajabi.Sent.Count));
    }

    [Fact]
    public async Task A_failing_token_request_is_sent_at_most_MaxAttempts_times()
    {
        using ScriptedKajabi kajabi = new();
        for (int i = 0; i < 9; i++)
        {
            kajabi.ThenTokenError(HttpStatusCode.ServiceUnavailable);
        }

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7"));

        KajabiApiException exception = Assert.IsType<KajabiApiException>(failure);
        Assert.Equal(("/v1/oauth/token", 4, 3, 0), (exception.PathTemplate, exception.Attempts, waits.Count, kajabi.Sent.Count));
    }
}
