using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

public sealed class RevocationTests
{
    private const string Revoke = "https://api.kajabi.com/v1/oauth/revoke";

    [Fact]
    public async Task The_token_is_revoked_in_its_own_name_and_the_next_call_gets_another()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        List<string> revocations = AnswerRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["Bearer token-1 token=token-1"], revocations);
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_call_in_flight_with_the_revoked_token_is_not_repeated_with_another()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        AnswerRevocation(kajabi, HttpStatusCode.OK);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource refuse = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When("https://api.kajabi.com/v1/sites/2")
            .Respond(async request =>
            {
                sent.TrySetResult();
                await refuse.Task;
                return service.Answer(request, TokenService.Site);
            });
        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("2");
        await sent.Task;

        await kajabi.Client.RevokeAccessTokenAsync();
        service.Refuse("token-1");
        refuse.SetResult();

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => call);
        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Single(service.Forms);
    }

    [Fact]
    public async Task The_token_that_a_renewal_is_about_to_bring_is_the_one_to_revoke()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        List<string> revocations = AnswerRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        TaskCompletionSource open = service.Close();
        await kajabi.Client.Sites.GetSiteAsync("1");
        await service.Asked;

        Task revocation = kajabi.Client.RevokeAccessTokenAsync();
        open.SetResult();
        await revocation;
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["Bearer token-2 token=token-2"], revocations);
        Assert.Equal("token-3", service.Sent[^1]);
    }

    [Fact]
    public async Task The_refresh_token_ends_with_it()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        service.Issue = _ => TokenService.Json("""{ "access_token": "t", "refresh_token": "r", "expires_in": 60 }""");
        AnswerRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.All(service.Forms, static form => Assert.StartsWith("grant_type=client_credentials", form, StringComparison.Ordinal));
        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_to_revoke()
    {
        using TestKajabi kajabi = new();
        List<string> revocations = AnswerRevocation(kajabi, HttpStatusCode.OK);

        await kajabi.Client.RevokeAccessTokenAsync();

        Assert.Empty(revocations);
    }

    [Fact]
    public async Task A_token_that_was_invalid_already_counts_as_revoked()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        List<string> revocations = AnswerRevocation(kajabi, HttpStatusCode.Unauthorized);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();

        Assert.Single(revocations);
        Assert.Single(service.Forms);
    }

    [Fact]
    public async Task A_revocation_that_fails_is_told_and_the_token_is_forgotten_all_the_same()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        AnswerRevocation(kajabi, HttpStatusCode.Forbidden);
        await kajabi.Client.Sites.GetSiteAsync("1");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.RevokeAccessTokenAsync());
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal("/v1/oauth/revoke", exception.PathTemplate);
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_fixed_token_that_was_revoked_is_not_sent_again()
    {
        using TestKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "fixed")
        );
        TokenService service = new(kajabi.Network);
        AnswerRevocation(kajabi, HttpStatusCode.OK);
        await kajabi.Client.Sites.GetSiteAsync("1");

        await kajabi.Client.RevokeAccessTokenAsync();
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(KajabiErrorKind.Unauthorized, exception.Kind);
        Assert.Single(service.Sent);
    }

    private static List<string> AnswerRevocation(TestKajabi kajabi, HttpStatusCode status)
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
