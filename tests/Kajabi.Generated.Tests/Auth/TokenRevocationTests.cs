using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

public sealed class TokenRevocationTests
{
    private const string Revoke = "https://api.kajabi.com/v1/oauth/revoke";

    [Fact]
    public async Task Revocation_is_authorized_with_the_token_itself_and_the_next_request_gets_a_new_token()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        List<string> revocations = SetupRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["Bearer token-1 token=token-1"], revocations);
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_concurrent_request_with_the_revoked_token_is_not_retried_with_a_new_token()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        SetupRevocation(kajabi, HttpStatusCode.OK);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource respond = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When("https://api.kajabi.com/v1/sites/2")
            .Respond(async request =>
            {
                sent.TrySetResult();
                await respond.Task;
                return service.Respond(request, FakeTokenServer.Site);
            });
        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("2");
        await sent.Task;

        await kajabi.Client.RevokeAccessTokenAsync();
        service.Reject("token-1");
        respond.SetResult();

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => call);
        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Single(service.Forms);
    }

    [Fact]
    public async Task The_token_of_a_pending_refresh_is_revoked()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        List<string> revocations = SetupRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        TaskCompletionSource resume = service.Pause();
        await kajabi.Client.Sites.GetSiteAsync("1");
        await service.RequestReceived;

        Task revocation = kajabi.Client.RevokeAccessTokenAsync();
        resume.SetResult();
        await revocation;
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["Bearer token-2 token=token-2"], revocations);
        Assert.Equal("token-3", service.Sent[^1]);
    }

    [Fact]
    public async Task Revocation_discards_the_refresh_token()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        service.CreateResponse = _ => FakeTokenServer.Json("""{ "access_token": "t", "refresh_token": "r", "expires_in": 60 }""");
        SetupRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.All(service.Forms, static form => Assert.StartsWith("grant_type=client_credentials", form, StringComparison.Ordinal));
        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task Without_a_token_no_revocation_is_sent()
    {
        using TestKajabi kajabi = new();
        List<string> revocations = SetupRevocation(kajabi, HttpStatusCode.OK);

        await kajabi.Client.RevokeAccessTokenAsync();

        Assert.Empty(revocations);
    }

    [Fact]
    public async Task A_token_that_is_already_invalid_counts_as_revoked()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        List<string> revocations = SetupRevocation(kajabi, HttpStatusCode.Unauthorized);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();

        Assert.Single(revocations);
        Assert.Single(service.Forms);
    }

    [Fact]
    public async Task A_failed_revocation_throws_and_still_discards_the_token()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        SetupRevocation(kajabi, HttpStatusCode.Forbidden);
        await kajabi.Client.Sites.GetSiteAsync("1");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.RevokeAccessTokenAsync());
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal("/v1/oauth/revoke", exception.PathTemplate);
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_revoked_static_token_is_not_sent_again()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "fixed")
        );
        FakeTokenServer service = new(kajabi.Network);
        SetupRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(KajabiErrorKind.Unauthorized, exception.Kind);
        Assert.Single(service.Sent);
    }

    private static List<string> SetupRevocation(TestKajabi kajabi, HttpStatusCode status)
    {
        List<string> revocations = [];
        kajabi
            .Network.When(HttpMethod.Post, Revoke)
            .Respond(async request =>
            {
                revocations.Add($"{request.Headers.Authorization} {await request.Content!.ReadAsStringAsync()}");
                return new HttpResponseMessage(status) { Content = new StringContent(string.Empty) };
            });
        return revocations;
    }
}
