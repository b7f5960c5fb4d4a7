using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

public sealed class TokenTests
{
    private const string Version = """{ "meta": { "title": "Kajabi", "version": "1.1.0" }, "links": {} }""";
    private const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    [Fact]
    public async Task A_token_is_fetched_once_and_reused_until_it_expires()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken(expiresIn: "3600");
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3500));
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(1, kajabi.Network.GetMatchCount(token));

        kajabi.Time.Advance(TimeSpan.FromSeconds(50));
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(2, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task Many_callers_share_one_token_request()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MockedRequest token = kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress);
        token.Respond(() => answer.Task);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 50).Select(_ => kajabi.Client.Sites.GetSiteAsync("1"))];
        using CancellationTokenSource impatient = new();
        Task<SiteDocument> cancelled = kajabi.Client.Sites.GetSiteAsync("1", cancellationToken: impatient.Token);
        await impatient.CancelAsync();
        OperationCanceledException left = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        answer.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "access_token": "t", "expires_in": 60 }""") });
        await Task.WhenAll(calls);

        Assert.Equal(1, kajabi.Network.GetMatchCount(token));
        Assert.Equal(impatient.Token, left.CancellationToken);
    }

    [Fact]
    public async Task A_failure_is_told_without_the_secret_and_not_kept()
    {
        using TestKajabi kajabi = new();
        int asked = 0;
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(_ => ++asked == 1
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("""{ "error": "invalid_client" }""") }
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "access_token": "t", "expires_in": 60 }""") });
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
    public async Task What_is_no_token_is_refused(string body)
    {
        using TestKajabi kajabi = new();
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond("application/json", body);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(KajabiErrorKind.UnexpectedAnswer, exception.Kind);
        Assert.Equal("/v1/oauth/token", exception.PathTemplate);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("-1", 2)]
    [InlineData("\"7200\"", 1)]
    [InlineData("7200.5", 1)]
    [InlineData("1e12", 1)]
    [InlineData("null", 1)]
    [InlineData("\"1e300\"", 1)]
    [InlineData("{}", 1)]
    [InlineData("\"soon\"", 1)]
    public async Task The_lifetime_is_read_in_every_form(string expiresIn, int requests)
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken(expiresIn);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(requests, kajabi.Network.GetMatchCount(token));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, KajabiErrorKind.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, KajabiErrorKind.Unauthorized)]
    [InlineData(HttpStatusCode.TooManyRequests, KajabiErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.TemporaryRedirect, KajabiErrorKind.UnexpectedAnswer)]
    public async Task Where_no_token_is_given_the_call_is_not_sent(HttpStatusCode status, KajabiErrorKind kind)
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
    public async Task A_token_endpoint_out_of_reach_is_told_as_such_and_asked_again_by_the_next_call()
    {
        using TestKajabi kajabi = new();
        int asked = 0;
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(_ =>
        {
            asked++;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken");
        });

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Transport, "/v1/oauth/token", 2), (exception.Kind, exception.PathTemplate, asked));
        Assert.Contains("was not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_endpoint_that_stays_silent_ends_in_a_timeout_of_its_own()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ClientCredentialsTokenSource source = new(new KajabiClientOptions { ClientId = "c", ClientSecret = "s" }, kajabi.Time);

        Task<AccessToken> token = source.GetAsync(
            async (_, cancellationToken) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return new HttpResponseMessage();
            },
            CancellationToken.None).AsTask();
        await asked.Task;
        kajabi.Time.Advance(TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => token);
        Assert.Equal((KajabiErrorKind.Timeout, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_asks_for_no_token()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => kajabi.Client.Sites.GetSiteAsync("1", cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task A_token_is_sent_to_the_configured_origin_only()
    {
        using TestKajabi kajabi = new();
        using AuthenticationHandler handler = new(new KajabiClientOptions(), new ClientCredentialsTokenSource(new KajabiClientOptions(), kajabi.Time)) { InnerHandler = kajabi.Network };
        using HttpMessageInvoker invoker = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://app.kajabi.com/v1/sites/1");
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => invoker.SendAsync(request, CancellationToken.None));

        Assert.Contains("It was not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_security_fetches_and_sends_no_token()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken();
        bool carried = true;
        kajabi.Network.When("https://api.kajabi.com/v1/version").With(request => (carried = request.Headers.Authorization is not null) || true)
            .Respond(TestKajabi.MediaType, Version);

        VersionDocument version = await kajabi.Client.Version.GetVersionAsync();

        Assert.Equal("1.1.0", version.Version);
        Assert.False(carried);
        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }
}
