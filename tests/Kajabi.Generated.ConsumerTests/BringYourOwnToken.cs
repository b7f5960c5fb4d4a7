namespace Acme;

/// <summary>Tokens from a service of the application's own, which holds the credentials for others.</summary>
public sealed class BringYourOwnToken : Story
{
    [Fact]
    public async Task A_token_comes_from_a_service_of_the_applications_own()
    {
        using KajabiClient lender = new(
            new KajabiClientOptions
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
            }
        );
        using KajabiClient kajabi = new(
            new KajabiClientOptions { BaseAddress = Sandbox.BaseAddress, AccessTokenProvider = new TokenService(lender, Sandbox) }
        );

        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal(1, Sandbox.TokenRequestCount);
    }

    private sealed class TokenService(KajabiClient lender, KajabiSandbox sandbox) : IAccessTokenProvider
    {
        public async ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken)
        {
            AccessTokenResponse answer = await lender.Authentication.CreateAccessTokenAsync(
                new AccessTokenRequest
                {
                    GrantType = "client_credentials",
                    ClientId = sandbox.ClientId,
                    ClientSecret = sandbox.ClientSecret,
                },
                cancellationToken
            );
            return new AccessToken(answer.AccessToken!, TimeSpan.FromSeconds(answer.ExpiresIn ?? 0));
        }
    }
}
