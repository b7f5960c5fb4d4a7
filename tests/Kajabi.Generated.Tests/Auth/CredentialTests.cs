using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>The ways to a token.</summary>
public sealed class CredentialTests
{
    private const string Refused = """{ "error": "invalid_grant" }""";

    [Fact]
    public async Task A_refresh_token_is_used_first_and_replaced_by_the_one_in_the_answer()
    {
        using TestKajabi kajabi = new(static options => options.RefreshToken = "refresh-0");
        TokenService service = new(kajabi.Network);
        service.Issue = _ =>
            TokenService.Json(
                $$"""{ "access_token": "token-{{service.Forms.Count}}", "refresh_token": "refresh-{{service.Forms.Count}}", "expires_in": 60 }"""
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
    public async Task A_refresh_token_that_is_refused_is_forgotten_and_the_client_credentials_serve(HttpStatusCode status)
    {
        using TestKajabi kajabi = new(static options => options.RefreshToken = "refresh-0");
        TokenService service = new(kajabi.Network, expiresIn: 60);
        service.Issue = form => form.Contains("refresh-0", StringComparison.Ordinal) ? TokenService.Json(Refused, status) : null;

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
        TokenService service = new(kajabi.Network);
        service.Issue = _ => service.Forms.Count == 1 ? TokenService.Json("{}", HttpStatusCode.BadGateway) : null;

        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(service.Forms[0], service.Forms[1]);
    }

    [Fact]
    public async Task A_refresh_token_alone_serves_until_it_is_refused_and_is_not_sent_again()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.RefreshToken) = (null, null, "refresh-marker")
        );
        TokenService service = new(kajabi.Network);
        service.Issue = _ => TokenService.Json("""{ "error": "refresh-marker is revoked" }""", HttpStatusCode.Unauthorized);

        KajabiApiException first = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        KajabiApiException second = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(["grant_type=refresh_token&refresh_token=refresh-marker"], service.Forms);
        Assert.Equal((KajabiErrorKind.Unauthorized, KajabiErrorKind.Unauthorized), (first.Kind, second.Kind));
        Assert.Contains("*** is revoked", first.Message, StringComparison.Ordinal);
        Assert.Contains("Set a new RefreshToken", second.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-marker", $"{first} {second} {first.Errors[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_token_is_sent_as_it_is_and_its_refusal_is_the_callers_to_see()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "fixed")
        );
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("fixed");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["fixed", "fixed"], service.Sent);
        Assert.Empty(service.Forms);
    }

    [Fact]
    public async Task A_source_of_the_users_own_is_asked_once_and_told_which_token_was_refused()
    {
        Source source = new(static count => new AccessToken($"own-{count}", TimeSpan.FromHours(1)));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, source)
        );
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("own-1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal([null, "own-1"], source.Refused);
        Assert.Equal(["own-1", "own-1", "own-1", "own-2"], service.Sent);
    }

    [Fact]
    public async Task A_source_that_says_no_lifetime_is_asked_for_every_call()
    {
        Source source = new(static count => new AccessToken($"own-{count}"));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, source)
        );
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["own-1", "own-2"], service.Sent);
    }

    [Fact]
    public async Task A_source_that_gives_the_refused_token_again_causes_no_second_attempt()
    {
        Source source = new(static _ => new AccessToken("own", TimeSpan.FromHours(1)));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, source)
        );
        TokenService service = new(kajabi.Network);
        service.Refuse("own");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, 1), (exception.Kind, service.Sent.Count));
    }

    [Fact]
    public async Task A_source_that_fails_is_named_and_the_call_is_not_sent()
    {
        Source source = new(static _ => throw new HttpRequestException("vault"));
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, source)
        );
        TokenService service = new(kajabi.Network);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Contains("AccessTokenProvider Source", exception.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.Empty(service.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX: y")]
    public void What_cannot_stand_in_a_header_is_no_token(string value) =>
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
    public void There_is_exactly_one_way_to_a_token(string? id, string? secret, string? refreshToken, string? accessToken, string message)
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

    private sealed class Source(Func<int, AccessToken> give) : IAccessTokenProvider
    {
        private int _count;

        public List<string?> Refused { get; } = [];

        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken)
        {
            Refused.Add(refused?.Value);
            return ValueTask.FromResult(give(++_count));
        }
    }
}
