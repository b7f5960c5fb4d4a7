using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Cli.Listening;

/// <summary>A server on loopback with the endpoint of the SDK and nothing else.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebhookListener(int port, string secret, EventOutput output)
    {
        // Neither a settings file in the current folder nor the environment may move the listener away from loopback.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(output);
        builder.Services.AddKajabiWebhookHandler<PrintingHandler>(options => options.Secrets = [secret]);
        _application = builder.Build();
        _application.MapKajabiWebhook("/");
    }

    /// <summary>Where it listens.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="secret">What must stand in the address.</param>
    /// <param name="output">Where events go.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UsageException">The port is taken, or the secret cannot be used.</exception>
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

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
