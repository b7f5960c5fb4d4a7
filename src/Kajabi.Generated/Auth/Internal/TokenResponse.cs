using System.Diagnostics;

namespace Kajabi.Auth.Internal;

/// <summary>What the token endpoint gives.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="RefreshToken">The refresh token that came with it; null when none came.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal readonly record struct TokenResponse(
    CachedAccessToken AccessToken,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? RefreshToken
)
{
    public override string ToString() => "tokens";
}
