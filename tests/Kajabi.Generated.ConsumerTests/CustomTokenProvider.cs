namespace Acme;

/// <summary>Access tokens from a token service of the application.</summary>
public sealed class CustomTokenProvider : Example
{
    [Fact]
    public async Task A_custom_token_provider_supplies_the_access_token()
    {
        using KajabiClient tokenClient = new(
            new KajabiClientOptions
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
            }
        );
        using KajabiClient kajabi = new(
            new KajabiClientOptions { BaseAddress = Sandbox.BaseAddress, AccessTokenProvider = new TokenService(tokenClient, Sandbox) }
        );

        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal(1, Sandbox.TokenRequestCount);
    }

    private sealed class TokenService(KajabiClient tokenClient, KajabiSandbox sandbox) : IAccessTokenProvider
    {
        public async ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken)
        {
            AccessTokenResponse response = await tokenClient.Authentication.CreateAccessTokenAsync(
                new AccessTokenRequest
                {
                    GrantType = "client_credentials",
                    ClientId = sandbox.ClientId,
                    ClientSecret = sandbox.ClientSecret,
                },
                cancellationToken
            );
            return new AccessToken(response.AccessToken!, TimeSpan.FromSeconds(response.ExpiresIn ?? 0));
        }
    }
}
