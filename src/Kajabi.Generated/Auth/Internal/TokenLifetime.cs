using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Auth.Internal;

/// <summary>Computes the lifetime of a token from <c>expires_in</c>.</summary>
internal static class TokenLifetime
{
    // Used without expires_in: a short lifetime costs token requests, but no failed request.
    private static readonly TimeSpan s_default = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_max = TimeSpan.FromDays(30);

    /// <summary>Returns the lifetime of the token in a response.</summary>
    public static TimeSpan Get(AccessTokenResponse response) =>
        response.ExpiresIn is { } seconds
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)s_max.TotalSeconds))
            : Parse(response["expires_in"]); // A text, or a number with a fraction.

    /// <summary>Parses the lifetime; zero when the API reports an expired token.</summary>
    public static TimeSpan Parse(JToken? expiresIn) =>
        expiresIn is JValue { Value: { } value }
        && double.TryParse(
            Convert.ToString(value, CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double seconds
        )
        && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_max.TotalSeconds))
            : s_default;

    /// <summary>Limits a lifetime to 0 to 30 days.</summary>
    public static TimeSpan Clamp(TimeSpan expiresIn) =>
        expiresIn < TimeSpan.Zero ? TimeSpan.Zero
        : expiresIn > s_max ? s_max
        : expiresIn;
}
