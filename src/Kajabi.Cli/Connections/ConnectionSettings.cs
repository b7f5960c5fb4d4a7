namespace Kajabi.Cli.Connections;

/// <summary>The connection settings from the environment variables.</summary>
/// <param name="BaseAddress">The base URL of the API; null for the default.</param>
/// <param name="ClientId">The client id; null for the sandbox.</param>
/// <param name="ClientSecret">The client secret; null for the sandbox.</param>
internal sealed record ConnectionSettings(Uri? BaseAddress, string? ClientId, string? ClientSecret)
{
    public const string BaseUrlVariable = "KAJABI_BASE_URL";
    public const string ClientIdVariable = "KAJABI_CLIENT_ID";
    public const string ClientSecretVariable = "KAJABI_CLIENT_SECRET";

    /// <summary>Whether the command uses a sandbox with generated data.</summary>
    public bool IsSandbox => ClientId is null;

    /// <summary>Reads the settings. An empty variable counts as missing.</summary>
    /// <param name="terminal">Provides the environment variables.</param>
    /// <exception cref="UsageException">
    /// The settings are incomplete, and data of the sandbox could be mistaken for real data; or the base URL is invalid.
    /// </exception>
    public static ConnectionSettings Read(Terminal terminal)
    {
        (string? address, string? id, string? secret) = (
            terminal.GetVariable(BaseUrlVariable),
            terminal.GetVariable(ClientIdVariable),
            terminal.GetVariable(ClientSecretVariable)
        );
        if (id is null && (address ?? secret) is not null)
        {
            string present = address is null ? ClientSecretVariable : BaseUrlVariable;
            throw new UsageException(
                $"{present} is set but {ClientIdVariable} is not. Set {ClientIdVariable} and "
                    + $"{ClientSecretVariable} too, or unset {present} to use the sandbox."
            );
        }

        if (id is not null && secret is null)
        {
            throw new UsageException(
                $"{ClientIdVariable} is set but {ClientSecretVariable} is not. Set both, or unset both to use the sandbox."
            );
        }

        return new ConnectionSettings(address is null ? null : ParseAddress(address), id, secret);
    }

    private static Uri ParseAddress(string text)
    {
        bool isValid =
            Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
        return isValid
            ? address!
            : throw new UsageException(
                $"{BaseUrlVariable} must be an https URL without a path, such as https://api.kajabi.com; http is "
                    + "accepted for loopback addresses. Correct it or unset it."
            );
    }
}
