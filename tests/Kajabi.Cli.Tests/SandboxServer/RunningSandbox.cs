using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kajabi.Cli.SandboxServer;
using Kajabi.Sandbox;
using Kajabi.Tests;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>The server of <c>kajabi sandbox</c> in the test process, on a free port.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private readonly SandboxHost _host;
    private readonly StringWriter _output;

    private RunningSandbox(SandboxHost host, StringWriter output)
    {
        (_host, _output) = (host, output);
        Http = LoopbackHttp.Create(host.Sandbox.BaseAddress);
        Http.Timeout = CliProcess.Timeout;
    }

    public HttpClient Http { get; }

    public SandboxHost Host => _host;

    public KajabiSandbox Sandbox => _host.Sandbox;

    public string Origin => Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Stops the server and returns the lines of its log. A client can have a response before its line is written.</summary>
    public async Task<string[]> StopAsync()
    {
        await _host.DisposeAsync();
        return _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static async Task<RunningSandbox> StartAsync(
        SandboxHostOptions? options = null,
        bool isJson = false,
        KajabiSandboxOptions? sandboxOptions = null
    )
    {
        StringWriter output = new();
        SandboxHost host = await SandboxHost.StartAsync(
            (options ?? new SandboxHostOptions()) with
            {
                Port = 0,
            },
            sandboxOptions ?? new KajabiSandboxOptions(),
            new SandboxOutput(TextWriter.Synchronized(output), isJson),
            default
        );
        return new RunningSandbox(host, output);
    }

    /// <summary>Sends a request to the control API, as a program does that follows its documentation.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(string method, string path, string? body = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), $"/_sandbox{path}");
        if (body is null)
        {
            request.Headers.Add("X-Kajabi-Sandbox", "1");
        }
        else
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends a request to the control API that must succeed.</summary>
    public async Task<JsonNode> RequireAsync(string method, string path, string? body = null)
    {
        (HttpStatusCode status, JsonNode response) = await SendAsync(method, path, body);
        Assert.True(status == HttpStatusCode.OK, $"{method} {path}: {(int)status} {response.ToJsonString()}");
        return response;
    }

    /// <summary>Sends a request to the API of Kajabi.</summary>
    public Task<HttpResponseMessage> CallApiAsync(string path) => ApiCall.SendAsync(Http, path);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await _output.DisposeAsync();
    }
}
