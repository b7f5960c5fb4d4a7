using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kajabi.Cli.Webhooks;

/// <summary>A loopback server that hosts only the webhook endpoint of the SDK.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    // Long enough for a response in progress; a connection that stalls must not delay the exit.
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;

    private WebhookListener(int port, string secret, EventOutput output)
    {
        // An empty builder, so that neither appsettings.json nor environment variables can make it listen on other addresses.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = s_shutdownTimeout);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(output);
        builder.Services.AddKajabiWebhookHandler<PrintingHandler>(options => options.Secrets = [secret]);
        _application = builder.Build();
        _application.MapKajabiWebhook("/");
    }

    /// <summary>The base URL of the server.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Starts the server.</summary>
    /// <param name="port">The port; 0 for any free port.</param>
    /// <param name="secret">The secret that the URL must contain.</param>
    /// <param name="output">Prints the events.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="UsageException">The port is in use, or the secret is invalid.</exception>
    public static async Task<WebhookListener> StartAsync(int port, string secret, EventOutput output, CancellationToken cancellationToken)
    {
        WebhookListener listener = new(port, secret, output);
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
