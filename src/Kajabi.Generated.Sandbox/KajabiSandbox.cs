using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Internal.Writing;
using Kajabi.Sandbox.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Sandbox;

/// <summary>
/// An in-process simulation of the Kajabi API on loopback with sample data: every resource type, with relationships, in the
/// format of the API. Writes are stored and have the side effects of the service: granting an offer creates a customer and a
/// purchase, and webhooks on this machine receive events. For tests and first steps; no request leaves the machine.
/// </summary>
/// <example>
/// <code>
/// await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
/// using KajabiClient kajabi = new(
///     new KajabiClientOptions
///     {
///         BaseAddress = sandbox.BaseAddress,
///         ClientId = sandbox.ClientId,
///         ClientSecret = sandbox.ClientSecret,
///     }
/// );
/// ContactDocument contact = await kajabi.Contacts.GetContactAsync("123");
/// </code>
/// </example>
public sealed partial class KajabiSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxRouter _router;
    private readonly SandboxStore _store;
    private readonly WebhookSender _sender;
    private readonly RequestLog _requests;
    private int _disposeCount;

    private KajabiSandbox(
        WebApplication application,
        SandboxRouter router,
        SandboxStore store,
        WebhookSender sender,
        SandboxFaults faults,
        RequestLog requests,
        SandboxClock clock,
        KajabiSandboxOptions options
    )
    {
        (_application, _router, _store, _sender, Faults, _requests, Clock) = (application, router, store, sender, faults, requests, clock);
        Data = new SandboxData(store);
        Options = options;
        BaseAddress = SandboxHosting.GetBaseAddress(
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        ClientId = options.ClientId;
        ClientSecret = options.ClientSecret;
    }

    /// <summary>Gets the base address: http on 127.0.0.1 with a free port.</summary>
    public Uri BaseAddress { get; }

    private string Origin => BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Gets the client id.</summary>
    public string ClientId { get; }

    /// <summary>Gets the client secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The data, for tests that add their own resources.</summary>
    internal SandboxStore Store => _store;

    /// <summary>The options, some of which the server <c>kajabi sandbox</c> changes.</summary>
    internal KajabiSandboxOptions Options { get; }

    /// <summary>The deliveries so far, including pending ones.</summary>
    internal IReadOnlyList<SandboxDelivery> Deliveries => _sender.Deliveries;

    /// <summary>Gets the number of token requests so far, failed ones included.</summary>
    public int TokenRequestCount => _router.TokenRequestCount;

    /// <summary>
    /// Gets the received requests in the order of their arrival, token requests included. The last
    /// <see cref="KajabiSandboxOptions.MaxRecordedRequests"/> are kept.
    /// </summary>
    /// <example>
    /// <code>
    /// Assert.Equal(2, sandbox.Requests.Count(request => request is { Method: "GET", Path: "/v1/contacts/123" }));
    /// </code>
    /// </example>
    public IReadOnlyList<SandboxRequest> Requests => _requests.All;

    /// <summary>Gets the data, to which a test adds its own resources.</summary>
    public SandboxData Data { get; }

    /// <summary>Gets the faults, to which a test adds its own.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>Starts a sandbox with its own copy of the data.</summary>
    /// <param name="options">The options. Default: null, the default options.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>A running sandbox. Dispose it to stop it.</returns>
    public static Task<KajabiSandbox> StartAsync(KajabiSandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new KajabiSandboxOptions(), SandboxHosting.Loopback, cancellationToken);

    /// <summary>Starts a sandbox in a server with other addresses and additional middleware.</summary>
    internal static async Task<KajabiSandbox> StartAsync(
        KajabiSandboxOptions options,
        SandboxHosting hosting,
        CancellationToken cancellationToken
    )
    {
        SandboxClock clock = options.TimeProvider as SandboxClock ?? new SandboxClock(options.TimeProvider);
        options = options.WithClock(clock);
        // Settings files and environment variables must not move the sandbox away from loopback.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        hosting.ConfigureBuilder(builder);
        WebApplication application = builder.Build();
        hosting.ConfigureApplication(application);

        SandboxStore store = new(options.TimeProvider, options.GeneratedContactCount) { SearchDelay = options.SearchDelay };
        SeedData.AddTo(store, options.HasSampleData);
        SandboxFaults faults = new();
        WebhookSender sender = new(options, faults);
        SandboxRouter router = new(store, options, sender);
        RequestLog requests = new(options.MaxRecordedRequests);
        RequestPipeline pipeline = new(router, requests, new RequestReader(faults, clock), clock, new PageShifter(store));
        application.Run(pipeline.InvokeAsync);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        KajabiSandbox sandbox = new(application, router, store, sender, faults, requests, clock, options);
        sandbox._initial = sandbox.TakeSnapshot();
        return sandbox;
    }

    /// <summary>
    /// Simulates that a contact buys an offer at a checkout, for which the API has no operation: creates an order, a payment unless
    /// the offer is free, and a purchase, and publishes their events.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="offerId">The id of the offer.</param>
    /// <returns>The id of the purchase.</returns>
    /// <exception cref="ArgumentException">The offer does not exist, or the contact is not a stored one.</exception>
    public string SimulateCheckout(string contactId, string offerId) => SimulateCheckout(contactId, [offerId])[0];

    /// <summary>
    /// Simulates that a contact buys several offers at one checkout: creates one order, one payment for the offers that are not free,
    /// and a purchase for each offer, and publishes their events. A payment for several offers (a bundled payment) is one
    /// <c>payment_succeeded</c> event without an offer, and its purchases name what was bought.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="offerIds">The ids of the offers; at least one.</param>
    /// <returns>The ids of the purchases, in the order of the offers.</returns>
    /// <exception cref="ArgumentException">
    /// An offer does not exist or occurs twice, there is no offer, the contact is not a stored one, or the offers cannot be charged
    /// together: one of several is a subscription, or their currencies differ.
    /// </exception>
    /// <example>
    /// <code>
    /// IReadOnlyList&lt;string&gt; purchaseIds = sandbox.SimulateCheckout("123", ["456", "458"]);
    /// </code>
    /// </example>
    public IReadOnlyList<string> SimulateCheckout(string contactId, IReadOnlyCollection<string> offerIds)
    {
        ArgumentNullException.ThrowIfNull(offerIds);
        lock (_store.SyncRoot)
        {
            SandboxResource contact =
                _store.GetAll("contacts").FirstOrDefault(contact => contact.Id == contactId)
                ?? throw new ArgumentException($"The contact {contactId} does not exist.", nameof(contactId));
            IReadOnlyList<SandboxResource> offers = CheckoutOffers.Find(_store, offerIds);
            WebhookPublisher publisher = new(_store, _sender, Origin);
            return [.. new Checkout(_store, publisher).Sell(contact, offers).Select(static purchase => purchase.Id)];
        }
    }

    /// <summary>
    /// Returns the activation link of an offer, which grants it without an API key; the deactivation link ends in <c>deactivate</c>
    /// instead of <c>activate</c>. No e-mail is sent.
    /// </summary>
    /// <param name="offerId">The id of the offer.</param>
    /// <returns>The link, on the <see cref="BaseAddress"/>. Each sandbox has its own secret.</returns>
    /// <exception cref="ArgumentException">The offer does not exist.</exception>
    /// <example><code>OfferLink link = OfferLink.Parse(sandbox.GetOfferLink("456").AbsoluteUri);</code></example>
    public Uri GetOfferLink(string offerId)
    {
        lock (_store.SyncRoot)
        {
            return _store.Find("offers", offerId) is null
                ? throw new ArgumentException($"The offer {offerId} does not exist.", nameof(offerId))
                : new Uri(BaseAddress, _router.GetOfferLink(offerId));
        }
    }

    /// <summary>Creates a valid access token without a token request.</summary>
    internal string CreateAccessToken() => _router.CreateAccessToken();

    /// <summary>Waits until all pending webhook deliveries have succeeded or exhausted their retries.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>All deliveries since the start, in order, with their responses.</returns>
    public Task<IReadOnlyList<SandboxDelivery>> WaitForDeliveriesAsync(CancellationToken cancellationToken = default) =>
        _sender.DrainAsync(cancellationToken);

    /// <summary>Stops listening, cancels deliveries and discards the data.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposeCount) > 1)
        {
            return;
        }

        await _sender.DisposeAsync();
        await _application.DisposeAsync();
    }
}
