using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>A PostgreSQL server on a free loopback port, with its data in a temporary folder.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string MissingReason = "PostgreSQL is not installed: apt-get install postgresql.";
    public const string Password = "s3cret;of='the test";

    private const int Attempts = 5;
    private const string User = "kajabi";

    // The user without rights of Linux: PostgreSQL refuses to run as root.
    private const string Unprivileged = "65534";

    private static readonly string[] s_prefix = System.Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--clear-groups"]
        : [];

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private PostgresServer(Process process, TemporaryFolder folder, int port)
    {
        (_process, _folder) = (process, folder);
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = Password,
            Database = "postgres",
        }.ConnectionString;
        Url = $"postgresql://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{port}/postgres?sslmode=disable";
    }

    /// <summary>Whether the tests are skipped because PostgreSQL is not installed. Always false in CI.</summary>
    public static bool IsMissing => BinFolder is null && InstalledProgram.CanBeMissing;

    public string ConnectionString { get; }

    public string Url { get; }

    private static string? BinFolder { get; } =
        InstalledProgram
            .Folders.Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").Select(static folder => Path.Combine(folder, "bin"))
                    : []
            )
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));

    public static async Task<PostgresServer> StartAsync()
    {
        TemporaryFolder folder = new();
        string data = folder.File("data");
        await File.WriteAllTextAsync(folder.File("password"), Password);
        if (s_prefix.Length > 0)
        {
            await RunAsync("chown", "-R", Unprivileged, folder.Path);
        }

        string[] initialize =
        [
            .. s_prefix,
            Path.Combine(BinFolder ?? throw new InvalidOperationException(MissingReason), "initdb"),
            "--pgdata",
            data,
            "--username",
            User,
            "--auth=scram-sha-256",
            $"--pwfile={folder.File("password")}",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
        ];
        await RunAsync(initialize[0], initialize[1..]);
        for (int attempt = 1; ; attempt++)
        {
            int port = GetFreePort();
            string[] command =
            [
                .. s_prefix,
                Path.Combine(BinFolder, "postgres"),
                "-D",
                data,
                "-p",
                $"{port}",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
            ];
            Process process = Process.Start(
                new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = "/" }
            )!;
            bool isReady = false;
            try
            {
                isReady = await IsReadyAsync(process);
                if (isReady)
                {
                    return new PostgresServer(process, folder, port);
                }
            }
            finally
            {
                if (!isReady)
                {
                    CliProcess.Kill(process);
                    process.Dispose();
                }
            }

            // Another process took the port.
            Assert.True(attempt < Attempts, "postgres did not start.");
        }
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await using NpgsqlConnection connection = new(ConnectionString);
        await connection.OpenAsync();
        MirrorFile.Query(connection, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(CliProcess.Timeout);
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> IsReadyAsync(Process process)
    {
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        while (await process.StandardError.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            {
                // The log must not fill the pipe.
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return true;
            }
        }

        await process.WaitForExitAsync(timeout.Token);
        return false;
    }

    private static int GetFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            }
        )!;
        CliResult result = await CliProcess.WaitAsync(process);
        Assert.True(result.ExitCode == 0, $"{program} failed: {result.Output}{result.Error}");
    }
}
