using System.Diagnostics;
using System.Net;
using System.Text;

namespace Kajabi.Cli.Tests;

/// <summary><c>kajabi listen</c> in a separate process.</summary>
internal sealed class ListenProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _startMessage;
    private readonly Uri _address;
    private readonly HttpClient _http = new();

    private ListenProcess(Process process, string startMessage)
    {
        (_process, _startMessage, _address) = (process, startMessage, new Uri(startMessage.Split(' ')[^1]));
    }

    public static async Task<ListenProcess> StartAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        Process process = CliProcess.Start(environment, ["listen", .. arguments]);
        return new ListenProcess(process, (await process.StandardError.ReadLineAsync())!);
    }

    public async Task<HttpStatusCode> SendAsync(HttpMethod method, string? body, string? secret = null)
    {
        using HttpRequestMessage request = new(method, secret is null ? _address : new Uri(_address, $"/?secret={secret}"));
        request.Headers.UserAgent.ParseAdd("Kajabi-Test/1");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public void CloseReader() => _process.StandardOutput.Close();

    public async Task<int> WaitForExitAsync()
    {
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async Task<CliResult> StopAsync()
    {
        Assert.Equal(0, ProcessTests.Interrupt(_process));
        string output = await _process.StandardOutput.ReadToEndAsync();
        string error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new CliResult(_process.ExitCode, output, _startMessage + "\n" + error);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
