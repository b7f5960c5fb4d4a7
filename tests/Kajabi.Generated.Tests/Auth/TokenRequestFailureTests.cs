using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

public sealed class TokenRequestFailureTests
{
    private const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    [Fact]
    public async Task A_failed_token_request_is_reported_without_the_secret_and_not_cached()
    {
        using TestKajabi kajabi = new();
        int requestCount = 0;
        kajabi
            .Network.When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(_ =>
                ++requestCount == 1
                    ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
                    {
                        Content = new StringContent("""{ "error": "invalid_client" }"""),
                    }
                    : new HttpResponseMessage(HttpStatusCode.OK)
                    {
                        Content = new StringContent("""{ "access_token": "t", "expires_in": 60 }"""),
                    }
            );
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        SiteDocument second = await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(KajabiErrorKind.Unauthorized, exception.Kind);
        Assert.Equal("invalid_client", exception.Errors.Single().Title ?? exception.Errors.Single().Detail);
        Assert.DoesNotContain(TestKajabi.ClientSecret, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("1", second.Data.Id);
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("""{ "access_token": "a b" }""")]
    [InlineData("""{ "access_token": "a\r\nX: y" }""")]
    [InlineData("""{ "access_token": 5 }""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task An_invalid_token_response_is_rejected(string body)
    {
        using TestKajabi kajabi = new();
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("application/json", body);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(KajabiErrorKind.UnexpectedResponse, exception.Kind);
        Assert.Equal("/v1/oauth/token", exception.PathTemplate);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, KajabiErrorKind.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, KajabiErrorKind.Unauthorized)]
    [InlineData(HttpStatusCode.TooManyRequests, KajabiErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.TemporaryRedirect, KajabiErrorKind.UnexpectedResponse)]
    public async Task Without_a_token_the_request_is_not_sent(HttpStatusCode status, KajabiErrorKind kind)
    {
        using TestKajabi kajabi = new();
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(status);
        MockedRequest call = kajabi.Network.When(HttpMethod.Get, "*");
        call.Respond(TestKajabi.MediaType, Site);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((kind, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(0, kajabi.Network.GetMatchCount(call));
    }

    [Fact]
    public async Task An_unreachable_token_endpoint_is_a_network_error_and_the_next_request_tries_again()
    {
        using TestKajabi kajabi = new();
        int requestCount = 0;
        kajabi
            .Network.When(HttpMethod.Post, TestKajabi.TokenAddress)
            .Respond(_ =>
            {
                requestCount++;
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken");
            });

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Network, "/v1/oauth/token", 2), (exception.Kind, exception.PathTemplate, requestCount));
        Assert.Contains("was not processed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_request_has_its_own_timeout()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource requestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TokenBackChannel backChannel = TestKajabi.BackChannel(
            kajabi.Time,
            async (_, cancellationToken) =>
            {
                requestReceived.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return new HttpResponseMessage();
            }
        );
        using AccessTokenCache source = AccessTokenCacheFactory.Create(
            new KajabiClientOptions { ClientId = "c", ClientSecret = "s" },
            backChannel,
            kajabi.Time
        );

        Task<CachedAccessToken> token = source.GetAsync(CancellationToken.None).AsTask();
        await requestReceived.Task;
        kajabi.Time.Advance(TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => token);
        Assert.Equal((KajabiErrorKind.Timeout, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
    }
}
