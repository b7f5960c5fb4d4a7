using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Kajabi.Tests.Resilience;

/// <summary>A limiter of the application replaces the limits of an account.</summary>
public sealed class CustomRateLimiterTests : IDisposable
{
    private const string Seconds = "RATELIMIT_RETRYAFTER";
    private const string Marker = "password-marker";

    private readonly ScriptedLimiter _limiter = new();

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task Each_attempt_acquires_and_releases_one_permit_and_token_requests_none()
    {
        using (ScriptedKajabi kajabi = Create())
        {
            kajabi.Then(HttpStatusCode.BadGateway);

            await kajabi.CallAsync(static client => client.Contacts.GetContactAsync("7"));

            Assert.Equal((2, 1, 2, 2), (kajabi.Sent.Count, kajabi.TokenRequestCount, _limiter.Acquisitions, _limiter.Released));
        }

        Assert.False(_limiter.IsDisposed); // The application owns it.
    }

    [Fact]
    public async Task A_permit_is_released_after_a_failure()
    {
        using ScriptedKajabi kajabi = Create();
        kajabi.Then(HttpStatusCode.NotFound);

        (Exception? failure, _) = await kajabi.CallAsync(static client => client.Contacts.GetContactAsync("7"));

        Assert.IsType<KajabiApiException>(failure);
        Assert.Equal(1, _limiter.Released);
    }

    public static TheoryData<string, object, double> Delays =>
        new()
        {
            { "RETRY_AFTER", TimeSpan.FromMilliseconds(700), 700 },
            { "RETRY_AFTER", TimeSpan.Zero, 100 },
            { Seconds, 3, 3000 },
            // Truncated from a part of a second.
            { Seconds, 0, 100 },
            { Seconds, -1, 100 },
        };

    [Theory]
    [MemberData(nameof(Delays))]
    public async Task A_rejected_request_waits_as_long_as_the_limiter_asks_for(string metadata, object value, double milliseconds)
    {
        using ScriptedKajabi kajabi = await Create().WithTokenAsync();
        _limiter.ThenReject(metadata, value).ThenReject(metadata, value);

        (Exception? failure, IReadOnlyList<TimeSpan> waits) = await kajabi.CallAsync(static client => client.Contacts.GetContactAsync("7"));

        Assert.Null(failure);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromMilliseconds(milliseconds), 2), waits);
        Assert.Single(kajabi.Sent);
    }

    [Theory]
    [InlineData(null, null, "without a time to wait for", null)]
    [InlineData(Seconds, "soon", "without a time to wait for", null)]
    [InlineData("RETRY_AFTER", 5, "without a time to wait for", null)]
    [InlineData(Seconds, 100, "longer than the remaining Timeout", 100.0)]
    public async Task A_request_that_cannot_wait_is_not_sent(string? metadata, object? value, string expected, double? retryAfter)
    {
        FakeLogCollector log = new();
        using ScriptedKajabi kajabi = await Create(log).WithTokenAsync();
        _limiter.ThenReject(metadata, value);

        (Exception? failure, _) = await kajabi.CallAsync(static client =>
            client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" })
        );

        KajabiApiException exception = Assert.IsType<KajabiApiException>(failure);
        Assert.Equal(
            (KajabiErrorKind.RateLimited, retryAfter, 0, false, "PATCH", "/v1/contacts/{id}"),
            (
                exception.Kind,
                exception.RetryAfter?.TotalSeconds,
                exception.Attempts,
                exception.MayHaveBeenProcessed,
                exception.Method,
                exception.PathTemplate
            )
        );
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Empty(kajabi.Sent);
        Assert.Contains(log.GetSnapshot(), static record => record is { Id.Id: 11, Level: LogLevel.Warning });
    }

    [Fact]
    public async Task A_limiter_that_throws_does_not_fail_requests_and_is_logged_without_its_message()
    {
        FakeLogCollector log = new();
        using ScriptedKajabi kajabi = await Create(log).WithTokenAsync();
        _limiter.ThenThrow(new TimeoutException(Marker)).ThenThrow(new OperationCanceledException(Marker));

        await kajabi.Client.Contacts.GetContactAsync("7");
        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(2, kajabi.Sent.Count);
        FakeLogRecord[] records = [.. log.GetSnapshot().Where(static record => record.Id.Id == 10)];
        Assert.Equal(
            ((string[])["System.TimeoutException", "System.OperationCanceledException"]).Select(static type =>
                $"The limiter of RateLimit.Limiter threw {type} for GET /v1/contacts/{{id}}; the request is not affected"
            ),
            records.Select(static record => record.Message)
        );
        Assert.All(
            log.GetSnapshot(),
            static record => Assert.DoesNotContain(Marker, $"{record}{record.Exception}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_lease_that_throws_when_it_is_released_does_not_fail_the_request()
    {
        FakeLogCollector log = new();
        using ScriptedLimiter limiter = new() { OnRelease = static () => throw new InvalidOperationException(Marker) };
        using ScriptedKajabi kajabi = Create(log, limiter);

        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Contains(log.GetSnapshot(), static record => record.Id.Id == 10);
    }

    [Fact]
    public async Task A_limiter_that_ignores_the_cancellation_does_not_delay_it_and_its_late_lease_is_released()
    {
        TaskCompletionSource work = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedLimiter limiter = new() { OnRelease = released.SetResult };
        using ScriptedKajabi kajabi = Create(limiter: limiter);
        using CancellationTokenSource caller = new();
        limiter.ThenAcquireAfter(_ =>
        {
            waiting.SetResult();
            return work.Task;
        });
        Task call = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);

        // A call that is canceled earlier never asks the limiter.
        Assert.Same(waiting.Task, await Task.WhenAny(waiting.Task, call));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        work.SetResult();
        await released.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(kajabi.Sent);
    }

    [Fact]
    public async Task The_exception_of_a_limiter_never_replaces_the_cancellation()
    {
        using ScriptedKajabi kajabi = await Create().WithTokenAsync();
        using CancellationTokenSource caller = new();
        _limiter.ThenAcquireAfter(_ =>
        {
            caller.Cancel();
            throw new TimeoutException(Marker);
        });

        Exception? failure = await Record.ExceptionAsync(() =>
            kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token)
        );

        Assert.IsAssignableFrom<OperationCanceledException>(failure);
        Assert.DoesNotContain(Marker, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(kajabi.Sent);
    }

    [Fact]
    public async Task A_request_that_is_canceled_while_it_waits_ends()
    {
        using ScriptedKajabi kajabi = await Create().WithTokenAsync();
        _limiter.ThenReject(Seconds, 20);
        using CancellationTokenSource caller = new();
        Task call = kajabi.Client.Contacts.GetContactAsync("7", cancellationToken: caller.Token);
        await kajabi.Time.NextDelayAsync(ScriptedKajabi.DelayLimit);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(kajabi.Sent);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(null, 1)]
    public void A_limiter_cannot_be_combined_with_the_limits_that_it_replaces(int? perSecond, int? concurrent)
    {
        KajabiClientOptions options = new() { AccessToken = "token", RateLimit = { Limiter = _limiter } };
        (options.RateLimit.MaxRequestsPerSecond, options.RateLimit.MaxConcurrentRequests) = (perSecond, concurrent);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new KajabiClient(options));

        Assert.Contains("RateLimit.Limiter replaces", exception.Message, StringComparison.Ordinal);
    }

    private ScriptedKajabi Create(FakeLogCollector? log = null, ScriptedLimiter? limiter = null) =>
        new(
            options => options.RateLimit.Limiter = limiter ?? _limiter,
            services =>
            {
                if (log is not null)
                {
                    services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log)));
                }
            }
        );
}
