using System.Diagnostics;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Auth;

/// <summary>A process that shares its access token with others.</summary>
internal sealed class TokenWorker : IDisposable
{
    public const int Calls = 10;

    private readonly Process _process;

    private TokenWorker(Process process) => _process = process;

    /// <param name="sandbox">The sandbox to call.</param>
    /// <param name="redis">The address of the cache.</param>
    /// <param name="keys">The folder of the keys that protect the token.</param>
    public static async Task<TokenWorker> StartAsync(KajabiSandbox sandbox, string redis, string keys)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Kajabi.Generated.TokenWorker.dll");
        TokenWorker worker = new(
            Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    ["exec", program, sandbox.BaseAddress.AbsoluteUri, sandbox.ClientId, sandbox.ClientSecret, redis, keys, $"{Calls}"]
                )
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

    /// <summary>Starts the calls; returns the exit code and the output.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync()
    {
        Task<string> error = _process.StandardError.ReadToEndAsync();
        await _process.StandardInput.WriteLineAsync("go");
        string output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, (output + await error).Trim());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
