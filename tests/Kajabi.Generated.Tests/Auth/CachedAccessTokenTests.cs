namespace Kajabi.Tests.Auth;

/// <summary>The margins before the expiration of a token: a part of its lifetime, limited to some minutes.</summary>
public sealed class CachedAccessTokenTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(7200, 60, 300, 180)] // Limited to minutes.
    [InlineData(100, 10, 20, 15)] // A part of the lifetime.
    public void The_margins_are_limited(int lifetime, int valid, int fresh, int sharedRefresh)
    {
        Assert.Equal(TimeSpan.FromSeconds(valid), MarginOf(lifetime, static token => !token.IsValid));
        Assert.Equal(TimeSpan.FromSeconds(fresh), MarginOf(lifetime, static token => !token.IsFresh));
        Assert.Equal(TimeSpan.FromSeconds(fresh), MarginOf(lifetime, static token => token.ShouldRefresh));
        Assert.Equal(TimeSpan.FromSeconds(sharedRefresh), MarginOf(lifetime, static token => token.ShouldRefresh, isShared: true));
        Assert.Equal(TimeSpan.Zero, MarginOf(lifetime, static token => token.HasExpired));
    }

    [Fact]
    public void A_rejected_or_revoked_token_has_expired()
    {
        CachedAccessToken rejected = Create(new TestClock(), 7200);
        CachedAccessToken revoked = Create(new TestClock(), 7200);
        (rejected.IsRejected, revoked.IsRevoked) = (true, true);

        Assert.Equal((TimeSpan.Zero, true, false), (rejected.TimeToExpiration, rejected.HasExpired, rejected.IsValid));
        Assert.Equal((TimeSpan.Zero, true, false), (revoked.TimeToExpiration, revoked.HasExpired, revoked.IsValid));
    }

    [Fact]
    public void Its_text_does_not_contain_the_token() => Assert.Equal("access token", Create(new TestClock(), 60).ToString());

    [Fact]
    public void An_acceptance_is_recorded_once_per_operation()
    {
        CachedAccessToken token = Create(new TestClock(), 60);
        OperationKey read = new("GET", "/v1/sites/{id}");

        Assert.False(token.IsAcceptedBy(read));
        Assert.True(token.TryAddAcceptance(read));
        Assert.False(token.TryAddAcceptance(read));
        Assert.True(token.IsAcceptedBy(read));
        Assert.True(token.TryAddAcceptance(new OperationKey("DELETE", "/v1/sites/{id}")));
    }

    /// <summary>Returns the remaining lifetime at which a condition becomes true, and checks that it is false one tick before.</summary>
    private static TimeSpan MarginOf(int lifetime, Func<CachedAccessToken, bool> condition, bool isShared = false)
    {
        for (int left = lifetime; left >= 0; left--)
        {
            TestClock time = new();
            CachedAccessToken token = Create(time, lifetime, isShared);
            time.Advance(TimeSpan.FromSeconds(lifetime - left));
            if (condition(token))
            {
                TestClock before = new();
                CachedAccessToken earlier = Create(before, lifetime, isShared);
                before.Advance(TimeSpan.FromSeconds(lifetime - left) - s_tick);
                Assert.False(condition(earlier));
                return TimeSpan.FromSeconds(left);
            }
        }

        throw new InvalidOperationException("The condition is never true.");
    }

    private static CachedAccessToken Create(TestClock time, int lifetime, bool isShared = false) =>
        new("secret", TimeSpan.FromSeconds(lifetime), time.GetTimestamp(), time, isShared);
}
