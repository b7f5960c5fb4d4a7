using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kajabi.Cli.Webhooks;

/// <summary>A loopback server that hosts only the webhook endpoint of the SDK.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    // Long enough for a response in progress; a connection that stalls must not delay the exit.
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(2);

    // More than the endpoint accepts, so that no delivery is written to a temporary file.
    private const int MaxBufferedBytes = 2 * 1024 * 1024;

    private readonly WebApplication _application;

    private WebhookListener(int port, string secret, EventOutput output, Terminal terminal, DeliveryTarget? target)
    {
        // An empty builder, so that neither appsettings.json nor environment variables can make it listen on other addresses.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = s_shutdownTimeout);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(output);
        if (target is null)
        {
            builder.Services.AddKajabiWebhookHandler<PrintingHandler>(options => options.Secrets = [secret]);
        }
        else
        {
            builder.Services.AddSingleton(target).AddSingleton(terminal).AddHttpContextAccessor();
            builder.Services.AddKajabiWebhookHandler<ForwardingHandler>(options => options.Secrets = [secret]);
        }

        _application = builder.Build();
        if (target is not null)
        {
            // In memory, so that the handler can read the body again.
            _application.Use(
                static (context, next) =>
                {
                    context.Request.EnableBuffering(bufferThreshold: MaxBufferedBytes);
                    return next(context);
                }
            );
        }

        _application.MapKajabiWebhook("/");
    }

    /// <summary>The base URL of the server.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Starts the server.</summary>
    /// <param name="port">The port; 0 for any free port.</param>
    /// <param name="secret">The secret that the URL must contain.</param>
    /// <param name="output">Prints the events.</param>
    /// <param name="terminal">Receives messages about forwarded deliveries.</param>
    /// <param name="target">The endpoint that the deliveries are forwarded to; null for none.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="UsageException">The port is in use, or the secret is invalid.</exception>
    public static async Task<WebhookListener> StartAsync(
        int port,
        string secret,
        EventOutput output,
        Terminal terminal,
        DeliveryTarget? target,
        CancellationToken cancellationToken
    )
    {
        WebhookListener listener = new(port, secret, output, terminal, target);
        try
        {
            await listener._application.StartAsync(cancellationToken);
            return listener;
        }
        catch (Exception exception)
            when (exception is IOException or System.Net.Sockets.SocketException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await listener.DisposeAsync();
            throw new UsageException(exception.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Disposing alone would close connections whose response has not been sent.
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
