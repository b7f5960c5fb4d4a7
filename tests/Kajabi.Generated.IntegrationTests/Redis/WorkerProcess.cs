using System.Diagnostics;

namespace Kajabi.IntegrationTests.Redis;

/// <summary>One of several processes that share something. It writes "ready", and starts its calls after a line of input.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Starts processes with the same arguments, lets them make their calls at the same time, and returns their results.</summary>
    /// <param name="assembly">The name of the program.</param>
    /// <param name="processes">The number of processes.</param>
    /// <param name="arguments">The arguments of each process.</param>
    public static async Task<(int ExitCode, string Output)[]> RunAsync(string assembly, int processes, params string[] arguments)
    {
        WorkerProcess[] workers = await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => StartAsync(assembly, arguments)));
        try
        {
            return await Task.WhenAll(workers.Select(static worker => worker.CallAsync()));
        }
        finally
        {
            Array.ForEach(workers, static worker => worker.Dispose());
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<WorkerProcess> StartAsync(string assembly, string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
        WorkerProcess worker = new(
            Process.Start(
                new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!
        );
        Assert.Equal("ready", await worker._process.StandardOutput.ReadLineAsync());
        return worker;
    }

    private async Task<(int ExitCode, string Output)> CallAsync()
    {
        Task<string> error = _process.StandardError.ReadToEndAsync();
        await _process.StandardInput.WriteLineAsync("go");
        string output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, (output + await error).Trim());
    }
}
