using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>Until when a token is used, from whatever the API says in <c>expires_in</c>.</summary>
internal static class TokenLifetime
{
    // Without expires_in the API has told nothing; a short time costs a request now and then and no failed call.
    private static readonly TimeSpan s_unsaid = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_largestMargin = TimeSpan.FromMinutes(1);

    /// <summary>Gives the timestamp until which a token is used; null for one that serves the calls that wait for it, and no later one.</summary>
    public static long? UsableUntil(JToken? expiresIn, long asked, TimeProvider time)
    {
        TimeSpan lifetime = Read(expiresIn);
        TimeSpan margin = TimeSpan.FromTicks(Math.Min(s_largestMargin.Ticks, lifetime.Ticks / 10));
        long ticks = (long)((lifetime - margin).TotalSeconds * time.TimestampFrequency);
        return ticks > 0 ? asked + ticks : null;
    }

    private static TimeSpan Read(JToken? expiresIn) =>
        expiresIn is JValue { Value: { } given }
        && double.TryParse(Convert.ToString(given, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
        && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_longest.TotalSeconds))
            : s_unsaid;
}
