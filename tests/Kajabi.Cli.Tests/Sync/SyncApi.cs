using System.Collections.Concurrent;
using Kajabi.Sandbox;
using Kajabi.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>A sandbox behind a proxy that records the requests of the command, and a client that changes its data.</summary>
internal sealed class SyncApi : IAsyncDisposable
{
    private readonly WebApplication _proxy;
    private readonly HttpClient _http = LoopbackHttp.Create();
    private readonly KajabiSandbox _sandbox;
    private readonly ConcurrentQueue<string> _requests = new();

    private SyncApi(KajabiSandbox sandbox, FakeTimeProvider time)
    {
        (_sandbox, Time, Kajabi) = (sandbox, time, SandboxFixture.CreateClient(sandbox));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _proxy = builder.Build();
        _proxy.Run(ForwardAsync);
    }

    /// <summary>The clock of the sandbox.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>A client of the sandbox, whose requests are not recorded.</summary>
    public KajabiClient Kajabi { get; }

    /// <summary>Called before a request is forwarded, with its path and query.</summary>
    public Func<string, Task>? OnRequest { get; set; }

    /// <summary>The environment variables for the command.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>(SandboxApi.Environment(_sandbox)) { ["KAJABI_BASE_URL"] = _proxy.Urls.First() };

    public static async Task<SyncApi> StartAsync(int generatedContacts = 0)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        KajabiSandboxOptions options = new() { TimeProvider = time, GeneratedContactCount = generatedContacts };
        SyncApi api = new(await KajabiSandbox.StartAsync(options), time);
        await api._proxy.StartAsync();
        return api;
    }

    /// <summary>Returns the unescaped paths and queries since the last call.</summary>
    public IReadOnlyList<string> TakeRequests()
    {
        List<string> taken = [];
        while (_requests.TryDequeue(out string? request))
        {
            taken.Add(request);
        }

        return taken;
    }

    /// <summary>Runs the command in this process, with JSON output.</summary>
    public Task<CliResult> RunAsync(string into, params string[] arguments) =>
        InProcessCli.RunAsync(Environment, ["sync", .. arguments, "--into", into, "--json"]);

    /// <summary>Returns the counts of a type in the JSON output.</summary>
    public static (int ExitCode, int Added, int Changed, int Deleted) Read(CliResult result, string type)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        var found = result.Json["types"]!.Single(one => (string?)one["type"] == type);
        return (result.ExitCode, (int)found["added"]!, (int)found["changed"]!, (int)found["deleted"]!);
    }

    public async ValueTask DisposeAsync()
    {
        Kajabi.Dispose();
        await _proxy.DisposeAsync();
        await _sandbox.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        string target = context.Request.Path + context.Request.QueryString;
        if (context.Request.Path != "/v1/oauth/token")
        {
            string readable = Uri.UnescapeDataString(target);
            _requests.Enqueue(readable);
            await (OnRequest?.Invoke(readable) ?? Task.CompletedTask);
        }

        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), new Uri(_sandbox.BaseAddress, target));
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
