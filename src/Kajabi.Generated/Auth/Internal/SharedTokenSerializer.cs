using System.Globalization;
using System.Text;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Serializes a token for the distributed cache, with its expiration time: the lifetime of the cache entry is not exact
/// enough.
/// </summary>
internal static class SharedTokenSerializer
{
    private const string Version = "1";
    private const char Separator = '\n';

    public static byte[] Serialize(CachedAccessToken token, TimeProvider time)
    {
        long expiresAt = (time.GetUtcNow() + token.TimeToExpiration).ToUnixTimeMilliseconds();
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Version}{Separator}{expiresAt}{Separator}{(long)token.Lifetime.TotalMilliseconds}{Separator}{token.Value}"
            )
        );
    }

    /// <exception cref="FormatException">The entry is invalid or has another version.</exception>
    public static CachedAccessToken Deserialize(byte[] entry, TimeProvider time)
    {
        if (
            Encoding.UTF8.GetString(entry).Split(Separator) is not [Version, var expiration, var lifetimeText, var value]
            || !long.TryParse(expiration, NumberStyles.None, CultureInfo.InvariantCulture, out long expiresAt)
            || !long.TryParse(lifetimeText, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            || !AccessToken.IsSendable(value)
        )
        {
            // The message does not quote the entry, which may contain a token.
            throw new FormatException("The cache entry is not an access token of this version.");
        }

        // On a clock that is behind, the remaining time could exceed the lifetime.
        TimeSpan lifetime = TokenLifetime.Clamp(TimeSpan.FromMilliseconds(milliseconds, 0));
        TimeSpan age = TokenLifetime.Clamp(lifetime - TimeSpan.FromMilliseconds(expiresAt - time.GetUtcNow().ToUnixTimeMilliseconds(), 0));
        long since = time.GetTimestamp() - (long)(age.TotalSeconds * time.TimestampFrequency);
        return new CachedAccessToken(value, lifetime, since, time, isShared: true);
    }
}
