using System.Diagnostics;
using Kajabi.Tests;

namespace Kajabi.Cli.Tests;

/// <summary>A command that listens until it is stopped, in a separate process.</summary>
internal abstract class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    /// <param name="process">The process, which is ready.</param>
    /// <param name="address">The address that it listens on.</param>
    protected ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = LoopbackHttp.Create(address);
        Http.Timeout = CliProcess.Timeout;
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>Starts the command, and creates its object from the first line that it writes.</summary>
    protected static async Task<TServer> StartAsync<TServer>(
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<string> arguments,
        Func<Process, StreamReader> getOutput,
        Func<Process, string, TServer> create
    )
        where TServer : ServerProcess
    {
        Process process = CliProcess.Start(environment, [.. arguments]);
        try
        {
            using CancellationTokenSource timeout = new(CliProcess.Timeout);
            string? line = await getOutput(process).ReadLineAsync(timeout.Token);
            Assert.True(line is not null, line is null ? await process.StandardError.ReadToEndAsync(timeout.Token) : null);
            return create(process, line!);
        }
        catch
        {
            CliProcess.Kill(process);
            process.Dispose();
            throw;
        }
    }

    public void CloseReader() => _process.StandardOutput.Close();

    public async Task<int> WaitForExitAsync()
    {
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, and returns what the process wrote after its first line.</summary>
    protected async Task<CliResult> SendSignalAsync(int signal)
    {
        Assert.Equal(0, ProcessTests.Send(signal, _process));
        return await CliProcess.WaitAsync(_process);
    }

    public ValueTask DisposeAsync()
    {
        CliProcess.Kill(_process);
        _process.Dispose();
        Http.Dispose();
        return ValueTask.CompletedTask;
    }
}
