using System.Diagnostics;

namespace Kajabi.Auth.Internal;

/// <summary>The access token response of the token endpoint.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="RefreshToken">The refresh token; null when the response has none.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record TokenResponse(
    CachedAccessToken AccessToken,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? RefreshToken
)
{
    public override string ToString() => "tokens";
}
