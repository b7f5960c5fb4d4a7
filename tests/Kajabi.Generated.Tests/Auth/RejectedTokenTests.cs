using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>The handling of 401 responses.</summary>
public sealed class RejectedTokenTests
{
    [Fact]
    public async Task Fifty_requests_with_a_rejected_token_share_one_token_request_and_are_each_retried_once()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("token-1");
        TaskCompletionSource resume = service.Pause();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 50).Select(_ => kajabi.Client.Sites.GetSiteAsync("1"))];
        resume.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal((2, 50), (service.Forms.Count, service.Sent.Count(static token => token == "token-2")));
    }

    [Fact]
    public async Task A_rejected_write_is_retried_once_with_its_body()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        service.Reject("token-1");
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return service.Respond(request, """{ "data": { "id": "7", "type": "contacts" } }""");
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
    public async Task A_body_that_can_be_read_only_once_is_buffered_for_the_retry()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        service.Reject("token-1");
        List<string> bodies = [];
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(async request =>
            {
                MemoryStream body = new();
                await request.Content!.CopyToAsync(body);
                bodies.Add(System.Text.Encoding.UTF8.GetString(body.ToArray()));
                return service.Respond(request, FakeTokenServer.Site);
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
    public async Task A_rejected_write_without_a_new_token_was_sent_but_not_processed(bool hasCustomProvider)
    {
        int requestCount = 0;
        IAccessTokenProvider once = new TokenProvider(() =>
            ++requestCount == 1 ? new AccessToken("token-1", TimeSpan.FromHours(1)) : throw new InvalidOperationException("No more.")
        );
        using TestKajabi kajabi = new(options =>
        {
            if (hasCustomProvider)
            {
                (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, once);
            }
        });
        FakeTokenServer service = new(kajabi.Network)
        {
            CreateResponse = _ => ++requestCount == 1 ? null : FakeTokenServer.Json("{}", HttpStatusCode.BadGateway),
        };
        service.Reject("token-1");
        kajabi
            .Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/contacts")
            .Respond(request => service.Respond(request, string.Empty));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = "ada@example.org" }, siteId: "9")
        );

        Assert.Equal(["token-1"], service.Sent);
        Assert.Contains("was not processed", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_401_is_thrown()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        service.Reject("token-1", "token-2");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.Unauthorized, "/v1/sites/{id}"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["token-1", "token-2"], service.Sent);
    }

    [Fact]
    public async Task A_late_401_does_not_invalidate_a_token_that_was_refreshed_meanwhile()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
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
        Task<SiteDocument> slow = kajabi.Client.Sites.GetSiteAsync("2");
        await sent.Task;
        service.Reject("token-1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        respond.SetResult();
        await slow;

        Assert.Equal(2, service.Forms.Count);
        Assert.Equal("token-2", service.Sent[^1]);
    }

    [Fact]
    public async Task A_rejected_token_is_not_reused_when_the_refresh_fails()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("token-1");
        service.CreateResponse = _ => FakeTokenServer.Json("{}", HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.ServerError, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
        Assert.Equal(["token-1", "token-1"], service.Sent);
    }

    private sealed class TokenProvider(Func<AccessToken> createToken) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) =>
            new(createToken());
    }
}
