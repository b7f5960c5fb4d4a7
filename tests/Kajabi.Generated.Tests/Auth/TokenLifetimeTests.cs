using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Auth;

public sealed class TokenLifetimeTests
{
    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("\"3600\"", 3600)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0)]
    [InlineData("-5", 0)]
    [InlineData("2592000", 2592000)]
    [InlineData("2592001", 2592000)] // At most 30 days.
    [InlineData("\"1e300\"", 2592000)]
    [InlineData("\"NaN\"", 300)] // Not a number: 5 minutes.
    [InlineData("\"soon\"", 300)]
    [InlineData("null", 300)]
    [InlineData("{}", 300)]
    public void Expires_in_is_the_lifetime_in_seconds(string json, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), TokenLifetime.Parse(JToken.Parse(json)));

    [Fact]
    public void Without_expires_in_a_token_is_used_for_five_minutes() => Assert.Equal(TimeSpan.FromMinutes(5), TokenLifetime.Parse(null));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2592000, 2592000)]
    [InlineData(2592001, 2592000)]
    public void A_lifetime_is_limited_to_30_days(int seconds, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), TokenLifetime.Clamp(TimeSpan.FromSeconds(seconds)));
}
