using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kajabi.IntegrationTests.Redis;

/// <summary>A Redis server on loopback without persistence.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    public const string MissingReason = "redis-server is not installed: apt-get install redis-server.";

    private const int Attempts = 5;

    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Address) = (process, $"127.0.0.1:{port}");

    /// <summary>Whether the tests are skipped because Redis is not installed. Always false in CI.</summary>
    public static bool IsMissing => InstalledProgram.CanBeMissing && InstalledProgram.Find("redis-server") is null;

    public string Address { get; }

    public static async Task<RedisServer> StartAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = GetFreePort();
            Process process = Process.Start(
                new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
                {
                    RedirectStandardOutput = true,
                    WorkingDirectory = Path.GetTempPath(),
                }
            )!;
            if (await IsReadyAsync(process))
            {
                return new RedisServer(process, port);
            }

            // Another process took the port.
            process.Dispose();
            Assert.True(attempt < Attempts, "redis-server did not start.");
        }
    }

    /// <summary>Returns a free port.</summary>
    public static int GetFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return true;
            }
        }

        await process.WaitForExitAsync();
        return false;
    }
}
