using System.Collections.Concurrent;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Areas;

/// <summary>The small tasks of a deployment and of an import, over real sockets, with the requests that they send.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task A_deployment_ensures_its_webhooks_and_the_next_one_changes_nothing()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        Recorder network = new();
        using KajabiClient kajabi = CreateClient(sandbox, network);
        Uri endpoint = new("https://acme.example.com/hooks/kajabi?secret=first");
        Uri rotated = new("https://acme.example.com/hooks/kajabi?secret=second");
        WebhookSubscription[] events = [new(WebhookEventType.TagAdded), new(WebhookEventType.Purchase, "456")];

        string[] results =
        [
            $"{await kajabi.Webhooks.EnsureWebhooksAsync(endpoint, events, siteId: "1")}",
            $"{await kajabi.Webhooks.EnsureWebhooksAsync(endpoint, events, siteId: "1")}",
            $"{await kajabi.Webhooks.EnsureWebhooksAsync(rotated, events, siteId: "1", isDryRun: true)}",
            $"{await kajabi.Webhooks.EnsureWebhooksAsync(rotated, events, siteId: "1")}",
        ];

        Assert.Equal(
            [
                "2 created, 0 removed, 0 unchanged",
                "0 created, 0 removed, 2 unchanged",
                "2 created, 2 removed, 0 unchanged (dry run)",
                "2 created, 2 removed, 0 unchanged",
            ],
            results
        );
        Assert.Equal(
            ["GET", "POST", "POST", "GET", "GET", "GET", "POST", "POST", "DELETE", "DELETE"],
            network.Requests.Select(static request => request.Split(' ')[0])
        );
        Assert.All(network.Requests, static request => Assert.StartsWith("/v1/hooks", request.Split(' ')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_waits_until_a_search_sees_the_contact_that_it_created()
    {
        TestClock time = new();
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { TimeProvider = time, SearchDelay = TimeSpan.FromMinutes(1) }
        );
        Recorder network = new();
        using KajabiClient kajabi = CreateClient(sandbox, network);
        string id = (await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "mila@example.com" }, siteId: "1")).Data.Id;
        await kajabi.Contacts.GrantContactOffersAsync(id, ["456"], WelcomeEmail.DoNotSend);
        SearchPolling polling = new(time) { Interval = TimeSpan.FromSeconds(30) };
        ListCustomersQuery query = new() { Include = [CustomerInclude.Offers] };

        Task<Customer?> wait = polling.WaitForAsync(cancellationToken =>
            kajabi.Customers.FindCustomerByEmailAsync("mila@example.com", "1", query, cancellationToken)
        );
        IReadOnlyList<TimeSpan> delays = await time.AdvanceUntilCompletedAsync(wait, TimeSpan.FromSeconds(31));

        Customer? customer = await wait;
        Assert.Equal([polling.Interval, polling.Interval], delays);
        Assert.Equal("456", Assert.Single(customer!.Offers).Id);
        Assert.Equal(
            Enumerable.Repeat("GET /v1/customers?filter[email_contains]=mila@example.com&filter[site_id]=1&include=offers", 3),
            network.Requests.Skip(2).Select(static request => Sort(request))
        );
    }

    private static string Sort(string request)
    {
        string[] parts = Uri.UnescapeDataString(request).Split('?');
        return $"{parts[0]}?{string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal))}";
    }

    private static KajabiClient CreateClient(KajabiSandbox sandbox, Recorder network) =>
        new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            },
            network
        );

    /// <summary>Records the requests without those for tokens.</summary>
    private sealed class Recorder : DelegatingHandler
    {
        private readonly ConcurrentQueue<string> _requests = [];

        public Recorder() => InnerHandler = new SocketsHttpHandler();

        public IReadOnlyList<string> Requests => [.. _requests];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath != "/v1/oauth/token")
            {
                _requests.Enqueue($"{request.Method} {request.RequestUri.PathAndQuery}");
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
