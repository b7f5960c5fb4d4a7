using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Credential types and how they obtain a token.</summary>
public sealed class CredentialsTests
{
    private const string InvalidGrant = """{ "error": "invalid_grant" }""";

    [Fact]
    public async Task A_refresh_token_is_used_first_and_replaced_by_the_one_in_the_response()
    {
        using TestKajabi kajabi = new(static options => options.RefreshToken = "refresh-0");
        FakeTokenServer service = new(kajabi.Network);
        service.CreateResponse = _ =>
            FakeTokenServer.Json(
                $$"""
                { "access_token": "token-{{service.Forms.Count}}", "refresh_token": "refresh-{{service.Forms.Count}}", "expires_in": 60 }
                """
            );

        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(60));
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(
            [
                $"grant_type=refresh_token&refresh_token=refresh-0&client_id={TestKajabi.ClientId}&client_secret={TestKajabi.ClientSecret}",
                $"grant_type=refresh_token&refresh_token=refresh-1&client_id={TestKajabi.ClientId}&client_secret={TestKajabi.ClientSecret}",
            ],
            service.Forms
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_rejected_refresh_token_is_discarded_and_the_client_credentials_are_used(HttpStatusCode status)
    {
        using TestKajabi kajabi = new(static options => options.RefreshToken = "refresh-0");
        FakeTokenServer service = new(kajabi.Network, expiresIn: 60);
        service.CreateResponse = form =>
            form.Contains("refresh-0", StringComparison.Ordinal) ? FakeTokenServer.Json(InvalidGrant, status) : null;

        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(60));
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(
            ["refresh_token", "client_credentials", "client_credentials"],
            service.Forms.Select(static form => form.Split('=', '&')[1])
        );
    }

    [Fact]
    public async Task A_refresh_token_is_kept_when_the_token_endpoint_fails()
    {
        using TestKajabi kajabi = new(static options => options.RefreshToken = "refresh-0");
        FakeTokenServer service = new(kajabi.Network);
        service.CreateResponse = _ => service.Forms.Count == 1 ? FakeTokenServer.Json("{}", HttpStatusCode.BadGateway) : null;

        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(service.Forms[0], service.Forms[1]);
    }

    [Fact]
    public async Task A_refresh_token_without_client_credentials_is_not_sent_again_after_it_is_rejected()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.RefreshToken) = (null, null, "refresh-marker")
        );
        FakeTokenServer service = new(kajabi.Network);
        service.CreateResponse = _ => FakeTokenServer.Json("""{ "error": "refresh-marker is revoked" }""", HttpStatusCode.Unauthorized);

        KajabiApiException first = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        KajabiApiException second = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(["grant_type=refresh_token&refresh_token=refresh-marker"], service.Forms);
        Assert.Equal((KajabiErrorKind.Unauthorized, KajabiErrorKind.Unauthorized), (first.Kind, second.Kind));
        Assert.Contains("*** is revoked", first.Message, StringComparison.Ordinal);
        Assert.Contains("Set a new RefreshToken", second.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-marker", $"{first} {second} {first.Errors[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_static_token_is_sent_unchanged_and_its_rejection_is_thrown()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "fixed")
        );
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("fixed");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["fixed", "fixed"], service.Sent);
        Assert.Empty(service.Forms);
    }

    [Fact]
    public async Task A_custom_provider_is_called_once_and_receives_the_rejected_token()
    {
        TokenProvider provider = new(static count => new AccessToken($"own-{count}", TimeSpan.FromHours(1)));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("own-1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal([null, "own-1"], provider.RejectedTokens);
        Assert.Equal(["own-1", "own-1", "own-1", "own-2"], service.Sent);
    }

    [Fact]
    public async Task A_provider_that_returns_no_lifetime_is_called_for_every_request()
    {
        TokenProvider provider = new(static count => new AccessToken($"own-{count}"));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["own-1", "own-2"], service.Sent);
    }

    [Fact]
    public async Task A_provider_that_returns_the_rejected_token_again_causes_no_second_attempt()
    {
        TokenProvider provider = new(static _ => new AccessToken("own", TimeSpan.FromHours(1)));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        FakeTokenServer service = new(kajabi.Network);
        service.Reject("own");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, 1), (exception.Kind, service.Sent.Count));
    }

    [Fact]
    public async Task A_failing_provider_is_named_in_the_exception_and_the_request_is_not_sent()
    {
        TokenProvider provider = new(static _ => throw new HttpRequestException("vault"));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        FakeTokenServer service = new(kajabi.Network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Contains("AccessTokenProvider TokenProvider", exception.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.Empty(service.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX: y")]
    public void A_token_that_is_invalid_in_a_header_is_rejected(string value) =>
        Assert.DoesNotContain("X: y", Assert.Throws<ArgumentException>(() => new AccessToken(value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("c", null, null, null, "must be set together")]
    [InlineData("c", null, "r", null, "must be set together")]
    [InlineData(null, null, null, null, "security page")]
    [InlineData("c", "s", null, "t", "Only one authentication method")]
    [InlineData(null, null, "r", "t", "Only one authentication method")]
    [InlineData(null, null, "r\n", null, "Trim it")]
    [InlineData(null, null, null, "Bearer t", "without the scheme Bearer")]
    [InlineData("", "", "", "", "security page")]
    [InlineData(null, null, " ", null, "Trim it")]
    public void Exactly_one_credential_type_must_be_configured(
        string? id,
        string? secret,
        string? refreshToken,
        string? accessToken,
        string message
    )
    {
        KajabiClientOptions options = new()
        {
            ClientId = id,
            ClientSecret = secret,
            RefreshToken = refreshToken,
            AccessToken = accessToken,
        };

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new KajabiClient(options)).Message, StringComparison.Ordinal);
    }

    private sealed class TokenProvider(Func<int, AccessToken> createToken) : IAccessTokenProvider
    {
        private int _count;

        public List<string?> RejectedTokens { get; } = [];

        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken)
        {
            RejectedTokens.Add(rejectedToken?.Value);
            return ValueTask.FromResult(createToken(++_count));
        }
    }
}
