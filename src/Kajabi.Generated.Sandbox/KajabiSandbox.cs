using Kajabi.Sandbox.Internal.Faults;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
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

    /// <summary>Receives each delivery after an attempt, and each one that is not sent; see <see cref="WebhookSender.Reporter"/>.</summary>
    internal Action<SandboxDelivery, int?>? DeliveryReporter
    {
        get => _sender.Reporter;
        set => _sender.Reporter = value;
    }

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
    /// <exception cref="ArgumentException">
    /// <see cref="KajabiSandboxOptions.ForbiddenTypes"/> contains a type that the API does not have.
    /// </exception>
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
        ThrowIfUnknownType(options.ForbiddenTypes);
        // Settings files and environment variables must not move the sandbox away from loopback.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        hosting.ConfigureBuilder(builder);
        WebApplication application = builder.Build();
        hosting.ConfigureApplication(application);

        SandboxStore store = new(options.TimeProvider, options.GeneratedContactCount)
        {
            SearchDelay = options.SearchDelay,
            IsStrict = options.IsStrict,
        };
        SeedData.AddTo(store, options.HasSampleData);
        SandboxFaults faults = new();
        WebhookSender sender = new(options, faults);
        SandboxRouter router = new(store, options, sender);
        RequestLog requests = new(options.MaxRecordedRequests);
        RequestPipeline pipeline = new(router, requests, new RequestReader(faults, router, clock), clock, new PageShifter(store));
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

    /// <summary>Waits until all pending webhook deliveries have succeeded or exhausted their retries.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>All deliveries since the start, in order, with their responses.</returns>
    public Task<IReadOnlyList<SandboxDelivery>> WaitForDeliveriesAsync(CancellationToken cancellationToken = default) =>
        _sender.DrainAsync(cancellationToken);

    /// <summary>Waits like <see cref="WaitForDeliveriesAsync"/>, but not for deliveries that wait for the clock if it is stopped.</summary>
    internal Task WaitForDueDeliveriesAsync(CancellationToken cancellationToken) => _sender.DrainDueAsync(Clock, cancellationToken);

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
