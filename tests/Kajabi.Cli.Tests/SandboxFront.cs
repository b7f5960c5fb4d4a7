using System.Collections.Concurrent;
using System.Globalization;
using Kajabi.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kajabi.Cli.Tests;

/// <summary>
/// Stands before a sandbox with very many contacts and hands every request on, unless the test does something else
/// when a page is asked for. A break of an export is tied to a page in this way and to no clock.
/// </summary>
internal sealed class SandboxFront : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly KajabiSandbox _sandbox;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<int> _pages = new();

    private readonly int? _refusal;

    private SandboxFront(KajabiSandbox sandbox, Func<int, Task<bool>>? onPage, string address, int? refusal)
    {
        (_sandbox, _refusal) = (sandbox, refusal);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        _application = builder.Build();
        _application.Run(context => AnswerAsync(context, onPage));
    }

    /// <summary>What the command needs to talk to this server.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>(SandboxApi.Environment(_sandbox)) { ["KAJABI_BASE_URL"] = Address };

    public string Address => _application.Urls.First();

    /// <summary>The numbers of the pages that were asked for.</summary>
    public IReadOnlyList<int> Pages => [.. _pages];

    /// <param name="sandbox">What stands behind it.</param>
    /// <param name="onPage">
    /// Is told the number of each page that is asked for, and says whether it is answered; if not, it is refused.
    /// </param>
    /// <param name="address">Where it listens; a free port when left out.</param>
    /// <param name="refusal">The status of a refusal; the connection is cut when left out.</param>
    public static async Task<SandboxFront> StartAsync(
        KajabiSandbox sandbox,
        Func<int, Task<bool>>? onPage = null,
        string address = "http://127.0.0.1:0",
        int? refusal = null
    )
    {
        SandboxFront front = new(sandbox, onPage, address, refusal);
        await front._application.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, Func<int, Task<bool>>? onPage)
    {
        if (context.Request.Path == "/v1/contacts")
        {
            int page = int.TryParse(context.Request.Query["page[number]"], CultureInfo.InvariantCulture, out int number) ? number : 1;
            _pages.Enqueue(page);
            if (onPage is not null && !await onPage(page))
            {
                if (_refusal is { } status)
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
        using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
