namespace Kajabi.Tests.Resilience;

public sealed class RequestStateTests
{
    [Fact]
    public void The_remaining_timeout_decreases_from_the_start_of_the_call()
    {
        TestClock time = new();
        RequestState state = new();
        Assert.Null(state.Remaining);

        state.StartTimeout(TimeSpan.FromSeconds(10), time);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(7), state.Remaining);
    }

    [Fact]
    public void Without_a_timeout_no_time_remains_to_compare()
    {
        RequestState state = new();

        state.StartTimeout(Timeout.InfiniteTimeSpan, new TestClock());

        Assert.Null(state.Remaining);
    }

    [Theory]
    [InlineData(nameof(AttemptOutcome.NotSent), false)]
    [InlineData(nameof(AttemptOutcome.InvalidCertificate), false)]
    [InlineData(nameof(AttemptOutcome.ConnectionLost), true)]
    [InlineData(nameof(AttemptOutcome.Success), true)]
    public void An_attempt_without_a_connection_was_not_sent(string outcome, bool wasSent)
    {
        RequestState state = new();
        (bool, bool) before = state.BeginAttempt(RequestKind.Write);

        state.EndAttempt(RequestKind.Write, Enum.Parse<AttemptOutcome>(outcome), before);

        Assert.Equal(wasSent, state.WasSent);
    }

    [Fact]
    public void A_later_attempt_without_a_connection_does_not_undo_an_earlier_one()
    {
        RequestState state = new();
        state.EndAttempt(RequestKind.Write, AttemptOutcome.ConnectionLost, state.BeginAttempt(RequestKind.Write));

        state.EndAttempt(RequestKind.Write, AttemptOutcome.NotSent, state.BeginAttempt(RequestKind.Write));

        Assert.True(state.WasSent);
        Assert.True(state.MayHaveBeenProcessed);
        Assert.Equal(2, state.Attempts);
    }
}
