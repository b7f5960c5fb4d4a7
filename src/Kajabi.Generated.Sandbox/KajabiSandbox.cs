using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Seed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Sandbox;

/// <summary>
/// An in-process Kajabi on loopback with invented data: every resource type, related to each other, answered in
/// the shapes of the API. For tests and first steps; nothing leaves the machine.
/// </summary>
public sealed class KajabiSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxRouter _router;

    private KajabiSandbox(WebApplication application, SandboxRouter router, KajabiSandboxOptions options)
    {
        (_application, _router) = (application, router);
        BaseAddress = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
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
    public int TokenRequests => _router.TokenRequests;

    /// <summary>Starts a sandbox with its own copy of the data.</summary>
    /// <param name="options">How it behaves; as a healthy service when null.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A sandbox that is listening. Dispose of it to stop it.</returns>
    public static async Task<KajabiSandbox> StartAsync(KajabiSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KajabiSandboxOptions();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();

        SandboxStore store = new(options.TimeProvider, options.GeneratedContacts);
        SeedData.AddTo(store);
        SandboxRouter router = new(store, options);
        application.Run(router.AnswerAsync);
        await application.StartAsync(cancellationToken);
        return new KajabiSandbox(application, router, options);
    }

    /// <summary>Stops listening and forgets the data.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
