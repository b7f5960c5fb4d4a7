namespace Kajabi.Contract.Live;

/// <summary>The account to read.</summary>
/// <param name="BaseAddress">Where the API listens.</param>
/// <param name="ClientId">The client id of an API key.</param>
/// <param name="ClientSecret">Its secret, which is sent to <paramref name="BaseAddress"/> and nowhere else.</param>
internal sealed record LiveSettings(Uri BaseAddress, string ClientId, string ClientSecret)
{
    public const string ClientIdVariable = "KAJABI_CLIENT_ID";
    public const string ClientSecretVariable = "KAJABI_CLIENT_SECRET";
    public const string BaseUrlVariable = "KAJABI_BASE_URL";

    /// <summary>The only host that receives credentials without being named by <see cref="BaseUrlVariable"/>.</summary>
    public const string DefaultHost = "api.kajabi.com";

    /// <summary>Keeps the secret out of what is printed.</summary>
    public override string ToString() => $"{BaseAddress}";
}
