using System.Net;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Operations that reject every token while other operations accept it.</summary>
public sealed class RejectingOperationTests
{
    private const string Api = "https://api.kajabi.com/v1/";

    [Fact]
    public async Task An_operation_that_rejects_every_token_causes_one_additional_token_request()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int call = 0; call < 20; call++)
        {
            await AssertRejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task An_operation_that_rejects_every_token_causes_at_most_one_token_request_per_minute()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int second = 0; second < 180; second++)
        {
            await AssertRejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
            kajabi.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(service.Forms.Count, 2, 5);
    }

    [Fact]
    public async Task Concurrent_rejected_requests_share_one_token_request()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        TaskCompletionSource resume = service.Pause();

        Task[] calls =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(number =>
                    number % 2 == 0
                        ? kajabi.Client.Sites.GetSiteAsync("1")
                        : Task.Run(() => AssertRejectedAsync(() => kajabi.Client.Products.GetProductAsync("1")))
                ),
        ];
        resume.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, service.Forms.Count);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(8, 4)] // After three token requests, operations that never accepted a token trigger no further ones.
    public async Task Token_requests_are_limited_across_operations_that_reject_every_token(int operations, int tokenRequests)
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Func<Task>[] calls =
        [
            () => kajabi.Client.Products.GetProductAsync("1"),
            () => kajabi.Client.Offers.GetOfferAsync("1"),
            () => kajabi.Client.Courses.GetCourseAsync("1"),
            () => kajabi.Client.Contacts.GetContactAsync("1"),
            () => kajabi.Client.Customers.GetCustomerAsync("1"),
            () => kajabi.Client.Contacts.ListContactsAsync(),
            () => kajabi.Client.Contacts.DeleteContactAsync("1"),
            () => kajabi.Client.Contacts.UpdateContactAsync("1", new ContactAttributes { Name = "Ada" }),
        ];
        Reject(kajabi, service, "*");

        for (int call = 0; call < 80; call++)
        {
            await AssertRejectedAsync(calls[call % operations]);
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(tokenRequests, service.Forms.Count);
    }

    [Fact]
    public async Task Token_requests_are_limited_for_an_operation_that_rejects_the_token_for_some_resources()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "sites/2");

        for (int call = 0; call < 40; call++)
        {
            await AssertRejectedAsync(() => kajabi.Client.Sites.GetSiteAsync("2"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task A_revoked_token_is_still_replaced_once_for_concurrent_requests()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        await AssertRejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("token-1", "token-2");
        TaskCompletionSource resume = service.Pause();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => kajabi.Client.Sites.GetSiteAsync("1")))];
        resume.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, service.Forms.Count);
    }

    [Fact]
    public async Task A_retry_with_a_token_that_was_also_rejected_is_sent_once_more_with_a_new_token()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource respond = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When(HttpMethod.Post, Api + "contacts")
            .Respond(async request =>
            {
                sent.TrySetResult();
                await respond.Task;
                return service.Respond(request, """{ "data": { "id": "7", "type": "contacts" } }""");
            });
        Task<ContactDocument> slowRequest = kajabi.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
        await sent.Task;
        service.Reject("token-1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Reject("token-2"); // Rejected, but still in the cache when the slow request is retried.
        respond.SetResult();

        await slowRequest;

        Assert.Equal(["token-1", "token-2", "token-3"], service.Sent.Where(static token => token != string.Empty).Distinct().Order());
        Assert.Equal(3, service.Forms.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_custom_provider_is_not_called_for_each_401(bool returnsSameToken)
    {
        int requestCount = 0;
        TokenProvider provider = new(
            () => new AccessToken(returnsSameToken ? "own" : $"own-{requestCount}", TimeSpan.FromHours(1)),
            () => requestCount++
        );
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        FakeTokenServer service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int call = 0; call < 20; call++)
        {
            await AssertRejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, requestCount);
    }

    [Fact]
    public async Task A_shared_token_is_not_replaced_by_an_operation_that_rejects_every_token()
    {
        InMemoryHybridCache store = new();
        EphemeralDataProtectionProvider keys = new();
        using TestKajabi first = Start(store, keys);
        using TestKajabi second = Start(store, keys);
        FakeTokenServer firstService = new(first.Network, name: "first");
        FakeTokenServer secondService = new(second.Network, name: "second");
        Reject(first, firstService, "products/1");
        Reject(second, secondService, "products/1");
        await first.Client.Sites.GetSiteAsync("1");
        byte[] entry = store.Entries.Values.Single();

        for (int call = 0; call < 20; call++)
        {
            await AssertRejectedAsync(() => first.Client.Products.GetProductAsync("1"));
            await AssertRejectedAsync(() => second.Client.Products.GetProductAsync("1"));
            await first.Client.Sites.GetSiteAsync("1");
            await second.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal((2, 1), (firstService.Forms.Count, secondService.Forms.Count));
        Assert.Same(entry, store.Entries.Values.Single());
        using TestKajabi third = Start(store, keys);
        FakeTokenServer thirdService = new(third.Network, name: "third");
        await third.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["first-1"], thirdService.Sent);
    }

    private static TestKajabi Start(InMemoryHybridCache store, IDataProtectionProvider keys) =>
        new(
            static options => options.AccessTokenSharing = AccessTokenSharing.Protected,
            services => services.AddSingleton<HybridCache>(store).AddSingleton(keys)
        );

    private static void Reject(TestKajabi kajabi, FakeTokenServer service, string path) =>
        kajabi
            .Network.When(Api + path)
            .Respond(request =>
            {
                _ = service.Respond(request, string.Empty);
                return FakeTokenServer.Json("{}", HttpStatusCode.Unauthorized);
            });

    private static async Task AssertRejectedAsync(Func<Task> call)
    {
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(call);
        Assert.Equal((KajabiErrorKind.Unauthorized, HttpStatusCode.Unauthorized), (exception.Kind, exception.StatusCode));
        Assert.NotEqual("/v1/oauth/token", exception.PathTemplate);
    }

    private sealed class TokenProvider(Func<AccessToken> createToken, Action requestCount) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken)
        {
            requestCount();
            return new(createToken());
        }
    }
}
