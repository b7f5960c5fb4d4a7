using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>What happens when the API answers 401.</summary>
public sealed class RefusedTokenTests
{
    [Fact]
    public async Task Fifty_callers_whose_token_is_refused_cause_one_request_and_each_call_is_repeated_once()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("token-1");
        TaskCompletionSource open = service.Close();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 50).Select(_ => kajabi.Client.Sites.GetSiteAsync("1"))];
        open.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal((2, 50), (service.Forms.Count, service.Sent.Count(static token => token == "token-2")));
    }

    [Fact]
    public async Task A_write_that_is_refused_is_repeated_once_with_its_body()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        service.Refuse("token-1");
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return service.Answer(request, """{ "data": { "id": "7", "type": "contacts" } }""");
            });

        ContactDocument contact = await kajabi.Client.Contacts.CreateContactAsync(
            new ContactAttributes { Email = "ada@example.org" },
            siteId: "9"
        );

        Assert.Equal(("7", 2), (contact.Data.Id, bodies.Count));
        Assert.Contains("ada@example.org", bodies[0], StringComparison.Ordinal);
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_only_is_kept_for_the_repetition()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        service.Refuse("token-1");
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(async request =>
            {
                MemoryStream body = new();
                await request.Content!.CopyToAsync(body);
                bodies.Add(System.Text.Encoding.UTF8.GetString(body.ToArray()));
                return service.Answer(request, TokenService.Site);
            });
        KajabiClientOptions options = new() { ClientId = "c", ClientSecret = "s" };
        TokenBackChannel backChannel = TestKajabi.BackChannel(kajabi.Time);
        using AccessTokenCache tokens = AccessTokenCacheFactory.Create(options, backChannel, kajabi.Time);
        using HttpMessageInvoker invoker = new(
            new AuthenticationHandler(options, tokens, backChannel)
            {
                InnerHandler = new ResponseBufferingHandler(options, kajabi.Time) { InnerHandler = kajabi.Network },
            }
        );
        using HttpRequestMessage request = new(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
        {
            Content = new StreamContent(
                System.IO.Pipelines.PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>("once"u8.ToArray())).AsStream()
            ),
        };
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer");

        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["once", "once"], bodies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_write_that_gets_no_other_token_was_sent_and_not_carried_out(bool bringsOwnToken)
    {
        int asked = 0;
        IAccessTokenProvider once = new Source(() =>
            ++asked == 1 ? new AccessToken("token-1", TimeSpan.FromHours(1)) : throw new InvalidOperationException("No more.")
        );
        using TestKajabi kajabi = new(options =>
        {
            if (bringsOwnToken)
            {
                (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, once);
            }
        });
        TokenService service = new(kajabi.Network)
        {
            Issue = _ => ++asked == 1 ? null : TokenService.Json("{}", HttpStatusCode.BadGateway),
        };
        service.Refuse("token-1");
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(request => service.Answer(request, string.Empty));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = "ada@example.org" }, siteId: "9")
        );

        Assert.Equal(["token-1"], service.Sent);
        Assert.Contains("was not carried out", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_refusal_is_the_callers_to_see()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        service.Refuse("token-1", "token-2");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_late_refusal_does_not_end_the_token_that_another_call_has_got_meanwhile()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
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
        Task<SiteDocument> slow = kajabi.Client.Sites.GetSiteAsync("2");
        await sent.Task;
        service.Refuse("token-1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        refuse.SetResult();
        await slow;

        Assert.Equal(2, service.Forms.Count);
        Assert.Equal("token-2", service.Sent[^1]);
    }

    [Fact]
    public async Task A_refused_token_is_not_used_again_when_there_is_no_other()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("token-1");
        service.Issue = _ => TokenService.Json("{}", HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.ServerError, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["token-1", "token-1"], service.Sent);
    }

    private sealed class Source(Func<AccessToken> give) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken) => new(give());
    }
}
