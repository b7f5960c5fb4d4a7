namespace Kajabi.Cli.Connections;

/// <summary>Where the command reads from, out of the environment.</summary>
/// <param name="BaseAddress">Where the API stands; null for its own address.</param>
/// <param name="ClientId">The client id; null for the sandbox.</param>
/// <param name="ClientSecret">The client secret; null for the sandbox.</param>
internal sealed record ConnectionSettings(Uri? BaseAddress, string? ClientId, string? ClientSecret)
{
    public const string BaseUrlVariable = "KAJABI_BASE_URL";
    public const string ClientIdVariable = "KAJABI_CLIENT_ID";
    public const string ClientSecretVariable = "KAJABI_CLIENT_SECRET";

    /// <summary>Whether the command talks to invented data.</summary>
    public bool IsSandbox => ClientId is null;

    /// <summary>Reads the settings; a variable that is empty counts as missing.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="UsageException">They are half given, and an answer from the sandbox would pass for the real one.</exception>
    public static ConnectionSettings Read(Func<string, string?> variable)
    {
        string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        (string? address, string? id, string? secret) = (Value(BaseUrlVariable), Value(ClientIdVariable), Value(ClientSecretVariable));
        if (id is null && (address ?? secret) is not null)
        {
            string given = address is null ? ClientSecretVariable : BaseUrlVariable;
            throw new UsageException(
                $"{given} is set and {ClientIdVariable} is not. Set {ClientIdVariable} and {ClientSecretVariable} too, or unset {given} to use the sandbox."
            );
        }

        if (id is not null && secret is null)
        {
            throw new UsageException(
                $"{ClientIdVariable} is set and {ClientSecretVariable} is not. Set both, or neither to use the sandbox."
            );
        }

        return new ConnectionSettings(address is null ? null : Address(address), id, secret);
    }

    private static Uri Address(string text)
    {
        bool isUsable =
            Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
        return isUsable
            ? address!
            : throw new UsageException(
                $"{BaseUrlVariable} must be a scheme and a host without a path, https or on this machine http, such as https://api.kajabi.com. Correct it or unset it."
            );
    }
}
