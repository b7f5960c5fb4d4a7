using Kajabi.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Auth;

/// <summary>Tokens that the API rejects before they expire.</summary>
public sealed class ExpiredTokenTests
{
    private const int Callers = 1000;

    [Fact]
    public async Task A_thousand_callers_with_a_rejected_token_cause_one_token_request_and_no_failed_call()
    {
        FakeTimeProvider clock = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await kajabi.Contacts.GetContactAsync("123");

        // For the clock of the client, the token is still valid for hours.
        clock.Advance(TimeSpan.FromHours(3));
        ContactDocument[] documents = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => Task.Run(() => kajabi.Contacts.GetContactAsync("123")))
        );

        Assert.Equal((2, Callers), (sandbox.TokenRequestCount, documents.Count(static document => document.Data.Id == "123")));
    }

    [Fact]
    public async Task A_rejected_refresh_token_is_replaced_by_client_credentials()
    {
        FakeTimeProvider clock = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
                RefreshToken = "expired-refresh-token",
            }
        );

        await kajabi.Contacts.GetContactAsync("123");
        Assert.Equal(2, sandbox.TokenRequestCount);

        clock.Advance(TimeSpan.FromHours(3));
        await kajabi.Contacts.GetContactAsync("123");
        Assert.Equal(3, sandbox.TokenRequestCount);
    }
}
