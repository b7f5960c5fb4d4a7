namespace Acme;

/// <summary>A token that is not needed any longer, or that has become known.</summary>
public sealed class SignOut : Story
{
    [Fact]
    public async Task An_application_signs_out()
    {
        await Client.Me.GetMeAsync();

        await Client.RevokeAccessTokenAsync();
        await Client.Me.GetMeAsync();

        Assert.Equal(2, Sandbox.TokenRequestCount);
    }
}
