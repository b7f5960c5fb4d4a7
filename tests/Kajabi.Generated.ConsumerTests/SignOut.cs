namespace Acme;

/// <summary>Revokes a token that is no longer needed or was disclosed.</summary>
public sealed class SignOut : Example
{
    [Fact]
    public async Task Revoking_the_access_token_signs_out()
    {
        await Client.Me.GetMeAsync();

        await Client.RevokeAccessTokenAsync();
        await Client.Me.GetMeAsync();

        Assert.Equal(2, Sandbox.TokenRequestCount);
    }
}
