using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kajabi.Cli.Tests;

/// <summary>A server on loopback that gives out a token and answers every other request as the test says.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();

    private LoopbackApi(Func<HttpRequest, LoopbackAnswer> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(context => AnswerAsync(context, answer));
    }

    /// <summary>What the command needs to talk to this server.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["KAJABI_BASE_URL"] = _application.Urls.First(),
            ["KAJABI_CLIENT_ID"] = "an id",
            ["KAJABI_CLIENT_SECRET"] = "a secret",
        };

    /// <summary>The requests for resources, unescaped, in their order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests.Select(static request => request.Target)];

    /// <summary>The same with method and body.</summary>
    public IReadOnlyList<LoopbackRequest> Sent => [.. _requests];

    public static Task<LoopbackApi> StartAsync(string json) => StartAsync(_ => new LoopbackAnswer(json));

    public static async Task<LoopbackApi> StartAsync(Func<HttpRequest, LoopbackAnswer> answer)
    {
        LoopbackApi api = new(answer);
        await api._application.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<HttpRequest, LoopbackAnswer> answer)
    {
        LoopbackAnswer given = new("""{"access_token":"token","token_type":"Bearer","expires_in":3600}""", 200, "application/json");
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
            given = answer(context.Request);
        }

        context.Response.StatusCode = given.Status;
        context.Response.ContentType = given.MediaType;
        await context.Response.WriteAsync(given.Body);
    }
}
