using Kajabi.IntegrationTests.Sandbox;
using Kajabi.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.IntegrationTests.Auth;

/// <summary>What many callers at once make of a token that the API has ended before its time.</summary>
public sealed class ExpiredTokenTests
{
    private const int Callers = 1000;

    [Fact]
    public async Task A_thousand_callers_whose_token_is_refused_cause_one_token_request_and_no_failed_call()
    {
        FakeTimeProvider clock = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        await kajabi.Contacts.GetContactAsync("123");

        // Seen from the client, whose clock goes on as ever, the token has hours left.
        clock.Advance(TimeSpan.FromHours(3));
        ContactDocument[] answers = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => Task.Run(() => kajabi.Contacts.GetContactAsync("123")))
        );

        Assert.Equal((2, Callers), (sandbox.TokenRequestCount, answers.Count(static answer => answer.Data.Id == "123")));
    }

    [Fact]
    public async Task A_session_goes_on_with_its_refresh_token_and_without_it_once_that_is_refused()
    {
        FakeTimeProvider clock = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
                RefreshToken = "of an earlier session",
            }
        );

        await kajabi.Contacts.GetContactAsync("123");
        Assert.Equal(2, sandbox.TokenRequestCount);

        clock.Advance(TimeSpan.FromHours(3));
        await kajabi.Contacts.GetContactAsync("123");
        Assert.Equal(3, sandbox.TokenRequestCount);
    }
}
