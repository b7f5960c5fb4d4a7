using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kajabi.Cli.Tests;

/// <summary>A loopback server that returns a token and, for every other request, the response of the test.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();

    private LoopbackApi(Func<HttpRequest, LoopbackResponse> respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(context => RespondAsync(context, respond));
    }

    /// <summary>The environment variables for this server.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["KAJABI_BASE_URL"] = _application.Urls.First(),
            ["KAJABI_CLIENT_ID"] = "an id",
            ["KAJABI_CLIENT_SECRET"] = "a secret",
        };

    /// <summary>The requests without token requests: unescaped paths and queries, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests.Select(static request => request.Target)];

    /// <summary>The requests without token requests, with method and body.</summary>
    public IReadOnlyList<LoopbackRequest> Sent => [.. _requests];

    public static Task<LoopbackApi> StartAsync(string json) => StartAsync(_ => new LoopbackResponse(json));

    public static async Task<LoopbackApi> StartAsync(Func<HttpRequest, LoopbackResponse> respond)
    {
        LoopbackApi api = new(respond);
        await api._application.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task RespondAsync(HttpContext context, Func<HttpRequest, LoopbackResponse> respond)
    {
        LoopbackResponse response = new("""{"access_token":"token","token_type":"Bearer","expires_in":3600}""", 200, "application/json");
        if (context.Request.Path != "/v1/oauth/token")
        {
            using StreamReader body = new(context.Request.Body);
            _requests.Enqueue(
                new LoopbackRequest(
                    context.Request.Method,
                    Uri.UnescapeDataString(context.Request.Path + context.Request.QueryString),
                    await body.ReadToEndAsync()
                )
            );
            response = respond(context.Request);
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.MediaType;
        await context.Response.WriteAsync(response.Body);
    }
}
