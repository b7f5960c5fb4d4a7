namespace Kajabi;

/// <summary>What the token endpoint gives.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="RefreshToken">The refresh token that came with it; null when none came.</param>
internal readonly record struct TokenAnswer(HeldAccessToken AccessToken, string? RefreshToken)
{
    public override string ToString() => "tokens";
}
