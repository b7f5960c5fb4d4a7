using System.Security.Cryptography;
using System.Text;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Connections;

/// <summary>A client, and the sandbox that it uses if no credentials are set.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly KajabiSandbox? _sandbox;

    private Connection(KajabiClientOptions options, KajabiSandbox? sandbox)
    {
        _sandbox = sandbox;
        options.UserAgent = "kajabi-cli";
        Address = options.BaseAddress;
        string client = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(options.ClientId!)))[..16];
        Account = sandbox is null ? $"{Address.Authority} {client}" : "sandbox";
        try
        {
            Client = new KajabiClient(options);
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

    /// <summary>Connects as the environment variables specify. Reports when that is a sandbox.</summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    public static Task<Connection> OpenAsync(Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(terminal, "to use your own account", cancellationToken);

    /// <summary>
    /// Like <see cref="OpenAsync(Terminal, CancellationToken)"/>, for a command that writes: the message about a sandbox states that
    /// changes are discarded.
    /// </summary>
    /// <exception cref="UsageException">The settings are incomplete or invalid.</exception>
    public static Task<Connection> OpenForWritingAsync(Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(terminal, "to use your own account; changes in the sandbox are lost when the command ends", cancellationToken);

    private static async Task<Connection> OpenAsync(Terminal terminal, string purpose, CancellationToken cancellationToken)
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
                sandbox
            );
        }

        KajabiClientOptions options = new() { ClientId = settings.ClientId, ClientSecret = settings.ClientSecret };
        options.BaseAddress = settings.BaseAddress ?? options.BaseAddress;
        return new Connection(options, null);
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
