using System.Text;

namespace Kajabi.Tests.Auth;

/// <summary>The format of a cache entry, which processes with other versions of the SDK read too.</summary>
public sealed class SharedTokenSerializerTests
{
    private readonly TestClock _time = new();

    [Fact]
    public void An_entry_contains_the_version_the_expiration_the_lifetime_and_the_token()
    {
        CachedAccessToken token = new("secret", TimeSpan.FromHours(1), _time.GetTimestamp(), _time);
        _time.Advance(TimeSpan.FromMinutes(10));
        long expiresAt = _time.GetUtcNow().AddMinutes(50).ToUnixTimeMilliseconds();

        Assert.Equal($"1\n{expiresAt}\n3600000\nsecret", Encoding.UTF8.GetString(SharedTokenSerializer.Serialize(token, _time)));
    }

    [Fact]
    public void An_entry_has_the_remaining_lifetime_of_its_token()
    {
        CachedAccessToken token = new("secret", TimeSpan.FromHours(1), _time.GetTimestamp(), _time);
        byte[] entry = SharedTokenSerializer.Serialize(token, _time);
        _time.Advance(TimeSpan.FromMinutes(10));

        CachedAccessToken read = SharedTokenSerializer.Deserialize(entry, _time);

        Assert.Equal(("secret", true), (read.Value, read.IsShared));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(50)), (read.Lifetime, read.TimeToExpiration));
    }

    [Fact]
    public void A_clock_that_is_behind_does_not_extend_the_lifetime()
    {
        long later = _time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds();

        CachedAccessToken read = Read($"1\n{later}\n3600000\nsecret");

        Assert.Equal(TimeSpan.FromHours(1), read.TimeToExpiration);
    }

    [Theory]
    [InlineData("2\n1\n1\nsecret")]
    [InlineData("1\n-1\n1\nsecret")]
    [InlineData("1\n1\n-1\nsecret")]
    [InlineData("1\n1\n \nsecret")]
    [InlineData("1\n1\n1\nse cret")]
    [InlineData("1\n1\n1")]
    [InlineData("1\n1\n1\nsecret\n")]
    public void Any_other_entry_is_invalid_and_not_quoted(string entry) =>
        Assert.Equal("The cache entry is not an access token of this version.", Assert.Throws<FormatException>(() => Read(entry)).Message);

    private CachedAccessToken Read(string entry) => SharedTokenSerializer.Deserialize(Encoding.UTF8.GetBytes(entry), _time);
}
