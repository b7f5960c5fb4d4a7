using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Auth.Internal;

/// <summary>How long a token lives, from whatever the API says in <c>expires_in</c>.</summary>
internal static class TokenLifetime
{
    // Without expires_in the API has told nothing; a short time costs a request now and then and no failed call.
    private static readonly TimeSpan s_unsaid = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(30);

    /// <summary>Gives the lifetime; zero where the API says that there is none.</summary>
    public static TimeSpan Of(JToken? expiresIn) =>
        expiresIn is JValue { Value: { } given }
        && double.TryParse(
            Convert.ToString(given, CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double seconds
        )
        && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_longest.TotalSeconds))
            : s_unsaid;

    /// <summary>Keeps a lifetime within sense.</summary>
    public static TimeSpan Of(TimeSpan expiresIn) =>
        expiresIn < TimeSpan.Zero ? TimeSpan.Zero
        : expiresIn > s_longest ? s_longest
        : expiresIn;
}
