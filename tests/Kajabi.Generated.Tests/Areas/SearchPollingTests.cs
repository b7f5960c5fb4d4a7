namespace Kajabi.Tests.Areas;

/// <summary>Waiting until a search sees what was written.</summary>
public sealed class SearchPollingTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly TestClock _time = new();

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "5 5")]
    [InlineData(99, "5 5 2")]
    public async Task A_search_is_repeated_until_it_finds_something_or_the_timeout(int successfulAttempt, string expectedDelays)
    {
        int attempts = 0;
        SearchPolling polling = new(_time) { Timeout = TimeSpan.FromSeconds(12) };

        Task<string?> wait = polling.WaitForAsync(_ => Task.FromResult(++attempts == successfulAttempt ? "found" : null));
        IReadOnlyList<TimeSpan> delays = await _time.AdvanceUntilCompletedAsync(wait, s_limit);

        Assert.Equal(expectedDelays, string.Join(' ', delays.Select(static delay => delay.TotalSeconds)));
        Assert.Equal(successfulAttempt > 3 ? (null, 4) : ("found", successfulAttempt), (await wait, attempts));
    }

    [Fact]
    public async Task With_a_timeout_of_zero_it_searches_once()
    {
        int attempts = 0;
        SearchPolling polling = new(_time) { Timeout = TimeSpan.Zero };

        Assert.Null(await polling.WaitForAsync<string>(_ => Task.FromResult(++attempts > 1 ? "found" : null)));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_wait_is_canceled_and_a_failure_ends_it()
    {
        using CancellationTokenSource caller = new();
        SearchPolling polling = new(_time);
        Task<string?> wait = polling.WaitForAsync(static _ => Task.FromResult<string?>(null), caller.Token);
        await _time.NextDelayAsync(s_limit);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            polling.WaitForAsync<string>(static _ => throw new InvalidOperationException())
        );
    }

    [Fact]
    public async Task Delays_below_a_millisecond_are_rounded_up()
    {
        int attempts = 0;
        SearchPolling polling = new(_time) { Timeout = TimeSpan.FromMicroseconds(500) };

        Task<string?> wait = polling.WaitForAsync(_ =>
            ++attempts > 9 ? throw new InvalidOperationException("It never ends.") : Task.FromResult<string?>(null)
        );
        IReadOnlyList<TimeSpan> delays = await _time.AdvanceUntilCompletedAsync(wait, s_limit);

        Assert.Null(await wait);
        Assert.Equal([TimeSpan.FromMilliseconds(1)], delays);
        Assert.Equal(2, attempts);
    }

    [Fact]
    public void Invalid_times_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchPolling { Interval = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchPolling { Timeout = TimeSpan.FromSeconds(-1) });
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5)), (new SearchPolling().Timeout, new SearchPolling().Interval));
    }
}
