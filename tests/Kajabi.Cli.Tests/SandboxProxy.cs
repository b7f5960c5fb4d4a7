using System.Collections.Concurrent;
using System.Globalization;
using Kajabi.Sandbox;
using Kajabi.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kajabi.Cli.Tests;

/// <summary>
/// A reverse proxy that forwards requests to a sandbox, unless the test rejects the request of a page. So an interruption of an export
/// depends on a page and not on time.
/// </summary>
internal sealed class SandboxProxy : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly KajabiSandbox _sandbox;
    private readonly HttpClient _http = LoopbackHttp.Create();
    private readonly ConcurrentQueue<int> _pages = new();

    private readonly int? _errorStatus;

    private SandboxProxy(KajabiSandbox sandbox, Func<int, Task<bool>>? onPage, string address, int? errorStatus)
    {
        (_sandbox, _errorStatus) = (sandbox, errorStatus);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        _application = builder.Build();
        _application.Run(context => ForwardAsync(context, onPage));
    }

    /// <summary>The environment variables for this server.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>(SandboxApi.Environment(_sandbox)) { ["KAJABI_BASE_URL"] = Address };

    public string Address => _application.Urls.First();

    /// <summary>The numbers of the requested pages.</summary>
    public IReadOnlyList<int> Pages => [.. _pages];

    /// <param name="sandbox">The sandbox that receives the requests.</param>
    /// <param name="onPage">Returns whether the request of a page is forwarded, by the page number. Otherwise it is rejected.</param>
    /// <param name="address">The address of the server. Default: a free port.</param>
    /// <param name="errorStatus">The status code of a rejected request; null to abort the connection.</param>
    public static async Task<SandboxProxy> StartAsync(
        KajabiSandbox sandbox,
        Func<int, Task<bool>>? onPage = null,
        string address = "http://127.0.0.1:0",
        int? errorStatus = null
    )
    {
        SandboxProxy proxy = new(sandbox, onPage, address, errorStatus);
        await proxy._application.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, Func<int, Task<bool>>? onPage)
    {
        if (context.Request.Path == "/v1/contacts")
        {
            int page = int.TryParse(context.Request.Query["page[number]"], CultureInfo.InvariantCulture, out int number) ? number : 1;
            _pages.Enqueue(page);
            if (onPage is not null && !await onPage(page))
            {
                if (_errorStatus is { } status)
                {
                    context.Response.StatusCode = status;
                }
                else
                {
                    context.Abort();
                }

                return;
            }
        }

        using HttpRequestMessage request = new(
            new HttpMethod(context.Request.Method),
            new Uri(_sandbox.BaseAddress, context.Request.Path + context.Request.QueryString)
        );
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        request.Headers.TryAddWithoutValidation("Authorization", (string?)context.Request.Headers.Authorization);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
