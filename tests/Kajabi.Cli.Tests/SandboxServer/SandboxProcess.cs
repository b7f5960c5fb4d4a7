using System.Diagnostics;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary><c>kajabi sandbox</c> in a process of its own, on a free port.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private const string Ready = "Kajabi sandbox is ready: ";

    private readonly Process _process;
    private readonly string _firstLine;

    private SandboxProcess(Process process, string firstLine)
    {
        (_process, _firstLine) = (process, firstLine);
        string address = firstLine.StartsWith(Ready, StringComparison.Ordinal)
            ? firstLine[Ready.Length..]
            : (string)Newtonsoft.Json.Linq.JObject.Parse(firstLine)["url"]!;
        Address = new Uri(address);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public HttpClient Http { get; }

    public static Task<SandboxProcess> StartAsync(params string[] options) => StartAsync(new Dictionary<string, string>(), options);

    public static async Task<SandboxProcess> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        Process process = CliProcess.Start(environment, ["sandbox", "--port", "0", .. options]);
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        string? line = await process.StandardOutput.ReadLineAsync(timeout.Token);
        Assert.True(line is not null, line is null ? await process.StandardError.ReadToEndAsync(timeout.Token) : null);
        return new SandboxProcess(process, line!);
    }

    public void CloseReader() => _process.StandardOutput.Close();

    public async Task<int> WaitForExitAsync()
    {
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, and returns what the process wrote.</summary>
    public async Task<CliResult> StopAsync(int signal)
    {
        Assert.Equal(0, ProcessTests.Send(signal, _process));
        string output = await _process.StandardOutput.ReadToEndAsync();
        string error = await _process.StandardError.ReadToEndAsync();
        return new CliResult(await WaitForExitAsync(), $"{_firstLine}\n{output}", error);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        Http.Dispose();
        return ValueTask.CompletedTask;
    }
}
