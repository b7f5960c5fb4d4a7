using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Sandbox.Tests;

/// <summary>The clock that a test controls.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_stopped_clock_only_changes_when_the_test_changes_it()
    {
        SandboxClock clock = new(s_start);
        Task delay = Task.Delay(s_hour, clock);
        long timestamp = clock.GetTimestamp();

        clock.Advance(s_hour - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(delay.IsCompletedSuccessfully);

        Assert.Equal((s_start + s_hour, s_hour, true), (clock.GetUtcNow(), clock.GetElapsedTime(timestamp), clock.IsStopped));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_periodic_ones_for_each_period()
    {
        SandboxClock clock = new(s_start);
        List<string> fired = [];
        using ITimer late = clock.CreateTimer(_ => fired.Add("late"), null, s_hour * 3, Timeout.InfiniteTimeSpan);
        using ITimer periodic = clock.CreateTimer(_ => fired.Add("periodic"), null, s_hour, s_hour);
        using ITimer disposed = clock.CreateTimer(_ => fired.Add("disposed"), null, s_hour, s_hour);
        disposed.Dispose();

        clock.Advance(s_hour * 2.5);
        Assert.Equal(["periodic", "periodic"], fired);
        Assert.True(late.Change(s_hour * 2, Timeout.InfiniteTimeSpan));
        Assert.True(periodic.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        clock.Advance(s_hour * 2);

        Assert.Equal(["periodic", "periodic", "late"], fired);
        Assert.False(disposed.Change(s_hour, s_hour));
    }

    [Fact]
    public void An_earlier_time_changes_timestamps_but_no_delays()
    {
        SandboxClock clock = new(s_start);
        Task delay = Task.Delay(s_hour, clock);

        clock.SetUtcNow(s_start - s_hour);
        Assert.Equal(s_start - s_hour, clock.GetUtcNow());
        Assert.False(delay.IsCompleted);
        clock.SetUtcNow(s_start);

        Assert.True(delay.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_running_clock_follows_its_source_and_can_be_advanced_stopped_and_resumed()
    {
        FakeTimeProvider source = new(s_start);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = source });
        SandboxClock clock = sandbox.Clock;
        long timestamp = clock.GetTimestamp();
        Task delay = Task.Delay(s_hour * 6, clock);

        source.Advance(s_hour);
        clock.Advance(s_hour);
        Assert.Equal(s_start + (s_hour * 2), clock.GetUtcNow());
        clock.Stop();
        source.Advance(s_hour * 10);
        Assert.Equal((s_start + (s_hour * 2), false), (clock.GetUtcNow(), delay.IsCompleted));
        clock.Resume();
        source.Advance(s_hour * 3);
        Assert.Equal((s_start + (s_hour * 5), false), (clock.GetUtcNow(), delay.IsCompleted));
        Assert.Equal(s_hour * 5, clock.GetElapsedTime(timestamp)); // Timers, too, do not see the time while the clock is stopped.
        source.Advance(s_hour);

        await delay.WaitAsync(TimeSpan.FromMinutes(1)); // The timers of a running clock fire in the background.
    }

    [Fact]
    public async Task The_client_gets_a_new_token_when_the_clock_of_the_sandbox_has_passed_its_lifetime()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await kajabi.Contacts.GetContactAsync("123");

        sandbox.Clock.Advance(TimeSpan.FromHours(3));
        await kajabi.Contacts.GetContactAsync("123");

        Assert.Equal(2, sandbox.TokenRequestCount);
    }

    [Fact]
    public void A_time_outside_the_range_is_rejected_and_changes_nothing()
    {
        SandboxClock clock = new(s_start);
        Action[] actions =
        [
            () => clock.Advance(TimeSpan.MaxValue),
            () => clock.Advance(SandboxClock.MaxTime - s_start + TimeSpan.FromTicks(1)),
            () => clock.Advance(-s_hour),
            () => clock.SetUtcNow(DateTimeOffset.MaxValue),
            () => clock.SetUtcNow(SandboxClock.MaxTime.AddTicks(1)),
            () => clock.SetUtcNow(DateTimeOffset.MinValue),
            () => _ = new SandboxClock(DateTimeOffset.MaxValue),
        ];

        foreach (Action action in actions)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(action);
            Assert.DoesNotContain("Actual value", error.Message, StringComparison.Ordinal);
            Assert.Equal((s_start, 0L), (clock.GetUtcNow(), clock.GetTimestamp()));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sandbox_works_at_the_ends_of_the_range(bool isEarly)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions
            {
                TimeProvider = new SandboxClock(s_start),
                TokenLifetime = TimeSpan.MaxValue,
                SearchDelay = TimeSpan.FromDays(365_000),
            }
        );
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        sandbox.Clock.SetUtcNow(isEarly ? SandboxClock.MinTime : SandboxClock.MaxTime);

        Contact created = (await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "ann@example.com" }, siteId: "1")).Data;
        Assert.Equal(sandbox.Clock.GetUtcNow(), created.Attributes.CreatedAt);
        Assert.Empty((await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "ann@example.com" })).Data);
        Assert.Equal(1, sandbox.TokenRequestCount);
    }

    [Fact]
    public async Task A_time_that_is_set_back_can_be_advanced_any_number_of_times()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = new SandboxClock(s_start) }
        );
        for (int run = 0; run < 10; run++)
        {
            sandbox.Clock.SetUtcNow(SandboxClock.MaxTime);
            sandbox.Reset();
        }

        Task delay = Task.Delay(s_hour, sandbox.Clock);
        sandbox.Clock.Advance(s_hour - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        sandbox.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(delay.IsCompletedSuccessfully);
        Assert.Equal(s_start + s_hour, sandbox.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_snapshot_of_a_clock_with_another_source_is_restored_within_the_range()
    {
        FakeTimeProvider early = new(new DateTimeOffset(3, 1, 1, 0, 0, 0, TimeSpan.Zero));
        FakeTimeProvider late = new(new DateTimeOffset(8999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using KajabiSandbox first = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = early });
        await using KajabiSandbox second = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = late });
        first.Clock.SetUtcNow(SandboxClock.MaxTime);
        second.Clock.SetUtcNow(SandboxClock.MinTime);
        (SandboxSnapshot forward, SandboxSnapshot back) = (first.TakeSnapshot(), second.TakeSnapshot());

        second.Restore(forward);
        first.Restore(back);

        Assert.Equal((SandboxClock.MinTime, SandboxClock.MaxTime), (first.Clock.GetUtcNow(), second.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_options_of_the_caller_are_not_changed()
    {
        KajabiSandboxOptions options = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(options);

        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.False(sandbox.Clock.IsStopped);
    }
}
