using System.Globalization;
using System.Text;

namespace Kajabi.Auth.Internal;

/// <summary>
/// A token as it stands in the cache: with the moment of its end, which decides, because the cache knows no more than
/// how long to keep an entry.
/// </summary>
internal static class SharedTokenSerializer
{
    private const string Version = "1";
    private const char Separator = '\n';

    public static byte[] Write(CachedAccessToken token, TimeProvider time)
    {
        long expiresAt = (time.GetUtcNow() + token.Remaining).ToUnixTimeMilliseconds();
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Version}{Separator}{expiresAt}{Separator}{(long)token.Lifetime.TotalMilliseconds}{Separator}{token.Value}"
            )
        );
    }

    /// <exception cref="FormatException">This is no entry, or one of another version.</exception>
    public static CachedAccessToken Read(byte[] entry, TimeProvider time)
    {
        if (
            Encoding.UTF8.GetString(entry).Split(Separator) is not [Version, var end, var whole, var value]
            || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out long expiresAt)
            || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            || !AccessToken.IsSendable(value)
        )
        {
            // Says nothing of what it is, because it may hold a token.
            throw new FormatException("This is no access token of this version.");
        }

        // Seen from a clock that is slow, a token seems to live for longer than it ever did.
        TimeSpan lifetime = TokenLifetime.Of(TimeSpan.FromMilliseconds(milliseconds, 0));
        TimeSpan age = TokenLifetime.Of(lifetime - TimeSpan.FromMilliseconds(expiresAt - time.GetUtcNow().ToUnixTimeMilliseconds(), 0));
        long since = time.GetTimestamp() - (long)(age.TotalSeconds * time.TimestampFrequency);
        return new CachedAccessToken(value, lifetime, since, time, isShared: true);
    }
}
