using Kajabi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests;

/// <summary>An application with a webhook endpoint on a loopback socket.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "f00dfacecafebeef-2026";

    private readonly WebApplication _application;
    private readonly HttpClient _http = LoopbackHttp.Create();

    private WebhookHost(WebApplication application)
    {
        _application = application;
    }

    public Inbox Inbox => _application.Services.GetRequiredService<Inbox>();

    public Uri Origin => new(_application.Urls.First());

    /// <summary>The URL to register in Kajabi, with the secret.</summary>
    public Uri Address => GetAddress($"?secret={Secret}");

    public IServiceProvider Services => _application.Services;

    public static async Task<WebhookHost> StartAsync(
        Action<KajabiWebhookOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? use = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddKajabiWebhookHandler<Inbox.Handler>(options =>
        {
            options.Secrets = [Secret];
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        WebApplication application = builder.Build();
        use?.Invoke(application);
        application.MapKajabiWebhook("/hooks/kajabi");
        await application.StartAsync();
        return new WebhookHost(application);
    }

    public Uri GetAddress(string query) => new(Origin, $"/hooks/kajabi{query}");

    public async Task<int> PostAsync(string json, Uri? address = null)
    {
        using StringContent content = new(json, null, "application/json");
        return await SendAsync(HttpMethod.Post, address, content);
    }

    public async Task<int> SendAsync(HttpMethod method, Uri? address = null, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(method, address ?? Address) { Content = content };
        using HttpResponseMessage response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }
}
