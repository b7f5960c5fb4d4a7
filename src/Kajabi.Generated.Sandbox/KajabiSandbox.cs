using Kajabi.Sandbox.Internal.Hooks;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;
using Kajabi.Sandbox.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Sandbox;

/// <summary>
/// An in-process Kajabi on loopback with invented data: every resource type, related to each other, answered in
/// the shapes of the API. What is written stays, and sets off what it does in the service: a grant makes a customer
/// and a purchase, and webhooks on this machine are told. For tests and first steps; nothing leaves the machine.
/// </summary>
public sealed class KajabiSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxRouter _router;
    private readonly SandboxStore _store;
    private readonly WebhookSender _sender;

    private KajabiSandbox(
        WebApplication application,
        SandboxRouter router,
        SandboxStore store,
        WebhookSender sender,
        KajabiSandboxOptions options
    )
    {
        (_application, _router, _store, _sender) = (application, router, store, sender);
        BaseAddress = new Uri(
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        ClientId = options.ClientId;
        ClientSecret = options.ClientSecret;
    }

    /// <summary>Where it listens: http on 127.0.0.1 and a free port.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The client id to use.</summary>
    public string ClientId { get; }

    /// <summary>The client secret to use.</summary>
    public string ClientSecret { get; }

    /// <summary>How often it was asked for a token so far, in vain or not.</summary>
    public int TokenRequestCount => _router.TokenRequestCount;

    /// <summary>Starts a sandbox with its own copy of the data.</summary>
    /// <param name="options">How it behaves; as a healthy service when null.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A sandbox that is listening. Dispose of it to stop it.</returns>
    public static async Task<KajabiSandbox> StartAsync(KajabiSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KajabiSandboxOptions();
        // Neither a settings file in the current folder nor the environment may move the sandbox away from loopback.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();

        SandboxStore store = new(options.TimeProvider, options.GeneratedContactCount);
        SeedData.AddTo(store);
        WebhookSender sender = new(options);
        SandboxRouter router = new(store, options, sender);
        application.Run(router.AnswerAsync);
        await application.StartAsync(cancellationToken);
        return new KajabiSandbox(application, router, store, sender, options);
    }

    /// <summary>Lets a contact buy an offer at a checkout, which no operation of the API does: an order, a payment unless it is free, and a purchase, each told to its webhooks.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="offerId">The id of the offer.</param>
    /// <returns>The id of the purchase.</returns>
    /// <exception cref="ArgumentException">There is no such offer, or no such contact among those that are stored.</exception>
    public string SimulateCheckout(string contactId, string offerId)
    {
        lock (_store.Gate)
        {
            SandboxResource contact =
                _store.All("contacts").FirstOrDefault(contact => contact.Id == contactId)
                ?? throw new ArgumentException($"There is no contact {contactId}.", nameof(contactId));
            SandboxResource offer =
                _store.Find("offers", offerId) ?? throw new ArgumentException($"There is no offer {offerId}.", nameof(offerId));
            return new Checkout(_store, new WebhookPublisher(_store, _sender, BaseAddress.GetLeftPart(UriPartial.Authority)))
                .Sell(contact, offer)
                .Id;
        }
    }

    /// <summary>Waits until every webhook was told of what happened so far, or given up.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>All that there was to tell since the start, in its order, with the answers.</returns>
    public Task<IReadOnlyList<SandboxDelivery>> WaitForDeliveriesAsync(CancellationToken cancellationToken = default) =>
        _sender.DrainAsync(cancellationToken);

    /// <summary>Stops listening, ends deliveries and forgets the data.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _sender.DisposeAsync();
        await _application.DisposeAsync();
    }
}
