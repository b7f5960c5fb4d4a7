using System.Security.Cryptography;
using System.Text;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Connections;

/// <summary>A client, and the sandbox behind it where there is no account.</summary>
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
            // The credentials come from the environment, so what is wrong with them is the user's to correct.
            string problem = exception.Message.Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal);
            throw new UsageException(
                $"{problem} They come from {ConnectionSettings.ClientIdVariable} and {ConnectionSettings.ClientSecretVariable}."
            );
        }
    }

    public KajabiClient Client { get; }

    /// <summary>Where the API stands.</summary>
    public Uri Address { get; }

    /// <summary>Which data these are, in a form that can be kept and compared: no credential can be read from it.</summary>
    public string Account { get; }

    /// <summary>Opens what the environment says, and says so where that is the sandbox.</summary>
    /// <exception cref="UsageException">The settings are half given.</exception>
    public static Task<Connection> OpenAsync(Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(terminal, "to read your own account", cancellationToken);

    /// <summary>The same for a command that writes, which in the sandbox lasts no longer than the command.</summary>
    /// <exception cref="UsageException">The settings are half given.</exception>
    public static Task<Connection> OpenToWriteAsync(Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(terminal, "to write to your own account; what is written here is gone when the command ends", cancellationToken);

    private static async Task<Connection> OpenAsync(Terminal terminal, string purpose, CancellationToken cancellationToken)
    {
        ConnectionSettings settings = ConnectionSettings.Read(terminal.Variable);
        if (settings.IsSandbox)
        {
            terminal.Say(
                $"{ConnectionSettings.ClientIdVariable} is not set, so this is a sandbox with invented data. Set it and {ConnectionSettings.ClientSecretVariable} {purpose}."
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
