using System.Security.Cryptography;
using System.Text;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Connections;

/// <summary>A client, and the sandbox that it uses if no credentials are set.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly KajabiSandbox? _sandbox;

    private Connection(KajabiClientOptions options, KajabiSandbox? sandbox, RequestLog? log)
    {
        _sandbox = sandbox;
        options.UserAgent = "kajabi-cli";
        Address = options.BaseAddress;
        string client = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(options.ClientId!)))[..16];
        Account = sandbox is null ? $"{Address.Authority} {client}" : "sandbox";
        try
        {
            Client = new KajabiClient(options, log?.CreateHandler());
        }
        catch (ArgumentException exception)
        {
            // The credentials come from the environment, so invalid ones are a usage error.
            throw new UsageException(
                $"{UsageException.GetProblem(exception)} The values are read from "
                    + $"{ConnectionSettings.ClientIdVariable} and {ConnectionSettings.ClientSecretVariable}."
            );
        }
    }

    public KajabiClient Client { get; }

    /// <summary>The base URL of the API.</summary>
    public Uri Address { get; }

    /// <summary>Identifies the account in a form that can be stored and compared, and that contains no credentials.</summary>
    public string Account { get; }

    /// <summary>Names the account in a message: the host of the API, or the sandbox.</summary>
    public string DisplayName => _sandbox is null ? Address.Authority : "the sandbox";

    /// <summary>Connects as the environment variables specify. Reports when that is a sandbox.</summary>
    /// <param name="terminal">Provides the environment variables.</param>
    /// <param name="log">Writes the requests; null for none.</param>
    /// <param name="cancellationToken">Cancels the start of the sandbox.</param>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    public static Task<Connection> OpenAsync(Terminal terminal, RequestLog? log, CancellationToken cancellationToken) =>
        OpenAsync(terminal, log, "to use your own account", cancellationToken);

    /// <summary>
    /// Like <see cref="OpenAsync(Terminal, RequestLog, CancellationToken)"/>, for a command that writes: the message about a sandbox
    /// states that changes are discarded.
    /// </summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    public static Task<Connection> OpenForWritingAsync(Terminal terminal, RequestLog? log, CancellationToken cancellationToken) =>
        OpenAsync(terminal, log, "to use your own account; changes in the sandbox are lost when the command ends", cancellationToken);

    private static async Task<Connection> OpenAsync(Terminal terminal, RequestLog? log, string purpose, CancellationToken cancellationToken)
    {
        ConnectionSettings settings = ConnectionSettings.Read(terminal);
        if (settings.IsSandbox)
        {
            terminal.WriteMessage(
                $"{ConnectionSettings.ClientIdVariable} is not set, so a sandbox with generated data is used. Set it and "
                    + $"{ConnectionSettings.ClientSecretVariable} {purpose}."
            );
            KajabiSandbox sandbox = await KajabiSandbox.StartAsync(cancellationToken: cancellationToken);
            return new Connection(
                new KajabiClientOptions
                {
                    BaseAddress = sandbox.BaseAddress,
                    ClientId = sandbox.ClientId,
                    ClientSecret = sandbox.ClientSecret,
                },
                sandbox,
                log
            );
        }

        KajabiClientOptions options = new() { ClientId = settings.ClientId, ClientSecret = settings.ClientSecret };
        options.BaseAddress = settings.BaseAddress ?? options.BaseAddress;
        return new Connection(options, null, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}
