namespace Kajabi.Tests.Auth;

/// <summary>When an operation that rejects tokens may cause another token request.</summary>
public sealed class RejectionHistoryTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    private static readonly OperationKey s_read = new("GET", "/v1/sites/{id}");

    private readonly TestClock _time = new();
    private readonly RejectionHistory _history;

    public RejectionHistoryTests() => _history = new RejectionHistory(_time);

    [Fact]
    public void An_operation_that_rejects_a_new_token_is_paused_for_a_minute()
    {
        _history.AddRejection(s_read, Token(), isNew: true);

        Assert.False(_history.AllowsRefresh(s_read));
        _time.Advance(s_minute - s_tick);
        Assert.False(_history.AllowsRefresh(s_read));
        _time.Advance(s_tick);
        Assert.True(_history.AllowsRefresh(s_read));
    }

    [Fact]
    public void The_rejection_of_a_token_that_was_not_requested_for_the_operation_does_not_count()
    {
        _history.AddRejection(s_read, Token(), isNew: false);

        Assert.True(_history.AllowsRefresh(s_read));
    }

    [Fact]
    public void An_operation_that_accepted_each_new_token_is_paused_after_the_third()
    {
        for (int number = 1; number <= 3; number++)
        {
            Assert.True(_history.AllowsRefresh(s_read));
            CachedAccessToken token = Accepted();
            _history.AddRejection(s_read, token, isNew: true);
            _history.AddRejection(s_read, token, isNew: true); // Another request with the same token.
        }

        Assert.False(_history.AllowsRefresh(s_read));
    }

    [Fact]
    public void Rejections_that_are_a_minute_apart_are_not_consecutive()
    {
        for (int number = 1; number <= 5; number++)
        {
            _history.AddRejection(s_read, Accepted(), isNew: true);
            Assert.True(_history.AllowsRefresh(s_read));
            _time.Advance(s_minute);
        }
    }

    [Fact]
    public void A_token_requested_for_the_operation_counts_until_the_operation_accepts_it()
    {
        CachedAccessToken unused = Token();
        unused.AddRequester(s_read);
        CachedAccessToken accepted = Accepted();
        accepted.AddRequester(s_read);

        _history.AddRejection(s_read, accepted, isNew: false);
        Assert.True(_history.AllowsRefresh(s_read));
        _history.AddRejection(s_read, unused, isNew: false);
        Assert.False(_history.AllowsRefresh(s_read));
    }

    [Fact]
    public void An_operation_for_which_there_is_no_other_token_is_paused()
    {
        _history.AddDeadEnd(s_read, Token());

        Assert.False(_history.AllowsRefresh(s_read));
    }

    [Theory]
    [InlineData(2, false, true)]
    [InlineData(3, false, false)]
    [InlineData(3, true, true)]
    public void When_three_operations_are_paused_another_one_waits_unless_it_has_accepted_a_token(
        int paused,
        bool hasAccepted,
        bool isAllowed
    )
    {
        for (int number = 0; number < paused; number++)
        {
            _history.AddDeadEnd(new OperationKey("GET", $"/v1/{number}"), Token());
        }

        if (hasAccepted)
        {
            _history.AddAcceptance(s_read);
        }

        Assert.True(_history.AllowsRefresh(s_read)); // No token was requested yet because of a rejection.
        _history.AddRefresh();
        Assert.Equal(isAllowed, _history.AllowsRefresh(s_read));
        _time.Advance(s_minute - s_tick);
        Assert.Equal(isAllowed, _history.AllowsRefresh(s_read));
        _time.Advance(s_tick);
        Assert.True(_history.AllowsRefresh(s_read));
    }

    private CachedAccessToken Token() => new("token", TimeSpan.FromHours(1), _time.GetTimestamp(), _time);

    private CachedAccessToken Accepted()
    {
        CachedAccessToken token = Token();
        token.TryAddAcceptance(s_read);
        return token;
    }
}
