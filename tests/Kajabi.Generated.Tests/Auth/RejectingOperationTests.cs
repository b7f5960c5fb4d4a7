using System.Net;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Operations that reject every token, beside others that accept it.</summary>
public sealed class RejectingOperationTests
{
    private const string Api = "https://api.kajabi.com/v1/";

    [Fact]
    public async Task An_operation_that_rejects_every_token_causes_one_token_request_beside_the_first()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int call = 0; call < 20; call++)
        {
            await RejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task It_may_try_another_token_once_a_minute()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int second = 0; second < 180; second++)
        {
            await RejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
            kajabi.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(service.Forms.Count, 2, 5);
    }

    [Fact]
    public async Task Many_callers_at_once_cause_no_more()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        TaskCompletionSource open = service.Close();

        Task[] calls =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(number =>
                    number % 2 == 0
                        ? kajabi.Client.Sites.GetSiteAsync("1")
                        : Task.Run(() => RejectedAsync(() => kajabi.Client.Products.GetProductAsync("1")))
                ),
        ];
        open.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, service.Forms.Count);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(8, 4)] // From the fourth on, one that has never accepted a token is no longer taken for an exception.
    public async Task Several_operations_that_reject_every_token_stay_bounded_together(int operations, int tokenRequests)
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
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
            await RejectedAsync(calls[call % operations]);
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(tokenRequests, service.Forms.Count);
    }

    [Fact]
    public async Task An_operation_that_rejects_the_token_for_some_resources_only_stays_bounded_too()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "sites/2");

        for (int call = 0; call < 40; call++)
        {
            await RejectedAsync(() => kajabi.Client.Sites.GetSiteAsync("2"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_still_replaced_for_the_others_at_once()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        await RejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("token-1", "token-2");
        TaskCompletionSource open = service.Close();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => kajabi.Client.Sites.GetSiteAsync("1")))];
        open.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(3, service.Forms.Count);
    }

    [Fact]
    public async Task A_call_whose_other_token_has_ended_too_is_sent_once_more_with_a_new_one()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource respond = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When(HttpMethod.Post, Api + "contacts")
            .Respond(async request =>
            {
                sent.TrySetResult();
                await respond.Task;
                return service.Answer(request, """{ "data": { "id": "7", "type": "contacts" } }""");
            });
        Task<ContactDocument> slow = kajabi.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
        await sent.Task;
        service.Refuse("token-1");
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Refuse("token-2"); // Nobody has noticed yet when the slow call takes it.
        respond.SetResult();

        await slow;

        Assert.Equal(["token-1", "token-2", "token-3"], service.Sent.Where(static token => token != string.Empty).Distinct().Order());
        Assert.Equal(3, service.Forms.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_of_the_applications_own_is_not_asked_for_each_401(bool givesTheSame)
    {
        int asked = 0;
        Source source = new(() => new AccessToken(givesTheSame ? "own" : $"own-{asked}", TimeSpan.FromHours(1)), () => asked++);
        using TestKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, source)
        );
        TokenService service = new(kajabi.Network);
        Reject(kajabi, service, "products/1");

        for (int call = 0; call < 20; call++)
        {
            await RejectedAsync(() => kajabi.Client.Products.GetProductAsync("1"));
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_shared_token_is_not_replaced_by_an_operation_that_rejects_every_token()
    {
        SharedStore store = new();
        EphemeralDataProtectionProvider keys = new();
        using TestKajabi first = Start(store, keys);
        using TestKajabi second = Start(store, keys);
        TokenService firstService = new(first.Network, name: "first");
        TokenService secondService = new(second.Network, name: "second");
        Reject(first, firstService, "products/1");
        Reject(second, secondService, "products/1");
        await first.Client.Sites.GetSiteAsync("1");
        byte[] entry = store.Entries.Values.Single();

        for (int call = 0; call < 20; call++)
        {
            await RejectedAsync(() => first.Client.Products.GetProductAsync("1"));
            await RejectedAsync(() => second.Client.Products.GetProductAsync("1"));
            await first.Client.Sites.GetSiteAsync("1");
            await second.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal((2, 1), (firstService.Forms.Count, secondService.Forms.Count));
        Assert.Same(entry, store.Entries.Values.Single());
        using TestKajabi third = Start(store, keys);
        TokenService thirdService = new(third.Network, name: "third");
        await third.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["first-1"], thirdService.Sent);
    }

    private static TestKajabi Start(SharedStore store, IDataProtectionProvider keys) =>
        new(
            static options => options.AccessTokenSharing = AccessTokenSharing.Protected,
            services => services.AddSingleton<HybridCache>(store).AddSingleton(keys)
        );

    private static void Reject(TestKajabi kajabi, TokenService service, string path) =>
        kajabi
            .Network.When(Api + path)
            .Respond(request =>
            {
                _ = service.Answer(request, string.Empty);
                return TokenService.Json("{}", HttpStatusCode.Unauthorized);
            });

    private static async Task RejectedAsync(Func<Task> call)
    {
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(call);
        Assert.Equal((KajabiErrorKind.Unauthorized, HttpStatusCode.Unauthorized), (exception.Kind, exception.StatusCode));
        Assert.NotEqual("/v1/oauth/token", exception.PathTemplate);
    }

    private sealed class Source(Func<AccessToken> give, Action asked) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken)
        {
            asked();
            return new(give());
        }
    }
}
