namespace Acme;

/// <summary>Uses a refresh token instead of client credentials.</summary>
public sealed class UseRefreshToken : Example
{
    [Fact]
    public async Task The_sandbox_accepts_a_refresh_token_once()
    {
        AccessTokenResponse issued = await Client.Authentication.CreateAccessTokenAsync(
            new AccessTokenRequest
            {
                GrantType = "client_credentials",
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
            }
        );
        string? refreshToken = issued.RefreshToken;

        #region use
        KajabiClientOptions options = new() { RefreshToken = refreshToken };
        #endregion

        options.BaseAddress = Sandbox.BaseAddress;
        using KajabiClient first = new(options);
        using KajabiClient second = new(options);

        await first.Me.GetMeAsync();
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => second.Me.GetMeAsync());

        Assert.Equal(KajabiErrorKind.Unauthorized, exception.Kind);
        Assert.Contains("or the refresh token, which may work only once", exception.Message, StringComparison.Ordinal);
    }
}
