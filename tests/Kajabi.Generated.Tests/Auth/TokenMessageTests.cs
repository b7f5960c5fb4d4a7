using System.Net;
using System.Net.Http.Headers;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Messages about a missing access token contain the cause and the remedy.</summary>
public sealed class TokenMessageTests
{
    [Fact]
    public async Task A_provider_that_returns_null_is_named()
    {
        Assert.StartsWith(
            "The AccessTokenProvider Provider returned null instead of a token.",
            await FailAsync(new Provider(static () => default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_provider_that_throws_is_named_with_the_type_of_its_exception()
    {
        Assert.StartsWith(
            "The AccessTokenProvider Provider failed with the inner TimeoutException.",
            await FailAsync(new Provider(static () => throw new TimeoutException("secret"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_provider_that_does_not_respond_is_named_with_the_setting_of_its_timeout()
    {
        CustomTokenProvider provider = new(new Provider(static () => new(new TaskCompletionSource<AccessToken>().Task)), new TestClock());

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            provider.IssueAsync(null, new CancellationToken(canceled: true))
        );

        Assert.StartsWith(
            "The AccessTokenProvider Provider returned no token within KajabiClientOptions.Timeout.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_provider_that_cancels_itself_has_failed()
    {
        Assert.StartsWith(
            "The AccessTokenProvider Provider failed with the inner OperationCanceledException.",
            await FailAsync(new Provider(static () => throw new OperationCanceledException())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_response_without_a_token_is_described()
    {
        using TestKajabi kajabi = new();
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("application/json", "{}");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Contains("It contains no valid access_token.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_other_credentials_a_rejected_refresh_token_must_be_replaced()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.RefreshToken) = (null, null, "refresh")
        );
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.StartsWith(
            "The refresh token was rejected or revoked, and no client credentials are set. Set a new RefreshToken, or ClientId and "
                + "ClientSecret.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_its_revocation_an_access_token_must_be_replaced()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "fixed")
        );
        FakeTokenServer service = new(kajabi.Network);
        kajabi.Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/oauth/revoke").Respond(HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.RevokeAccessTokenAsync();

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.StartsWith(
            "The AccessToken of the options was revoked. Create a client with another token.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_text_of_a_token_does_not_contain_it() => Assert.Equal("access token", new AccessToken("secret").ToString());

    [Fact]
    public async Task A_request_to_another_origin_names_both()
    {
        TokenBackChannel backChannel = TestKajabi.BackChannel(TimeProvider.System);
        KajabiClientOptions options = new() { AccessToken = "t" };
        using AccessTokenCache tokens = AccessTokenCacheFactory.Create(options, backChannel, TimeProvider.System);
        using HttpMessageInvoker invoker = new(new AuthenticationHandler(options, tokens, backChannel));
        using HttpRequestMessage request = new(HttpMethod.Get, "https://user:word@app.kajabi.com/v1/sites?key=secret");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            invoker.SendAsync(request, CancellationToken.None)
        );

        Assert.Equal(
            "A request to https://***@app.kajabi.com would contain the token of https://api.kajabi.com. It was not sent.",
            exception.Message
        );
    }

    [Fact]
    public void An_invalid_access_token_is_not_quoted() =>
        Assert.Equal(
            "An access token must not be empty, and must be printable ASCII without spaces. (Parameter 'value')",
            Assert.Throws<ArgumentException>("value", () => new AccessToken("a b")).Message
        );

    [Theory]
    [InlineData("!~", true)]
    [InlineData(" ", false)]
    [InlineData("\x7f", false)]
    [InlineData("ü", false)]
    public void A_token_consists_of_printable_ASCII(string value, bool isValid) =>
        Assert.Equal(isValid, Record.Exception(() => new AccessToken(value)) is null);

    private static async Task<string> FailAsync(IAccessTokenProvider provider)
    {
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        return (await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"))).Message;
    }

    private sealed class Provider(Func<ValueTask<AccessToken>> getToken) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) => getToken();
    }
}
