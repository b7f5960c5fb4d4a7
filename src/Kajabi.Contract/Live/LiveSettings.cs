namespace Kajabi.Contract.Live;

/// <summary>The base URL and credentials of the account to check.</summary>
/// <param name="BaseAddress">The base URL of the API.</param>
/// <param name="ClientId">The client id of an API key.</param>
/// <param name="ClientSecret">The client secret. It is only sent to <paramref name="BaseAddress"/>.</param>
internal sealed record LiveSettings(Uri BaseAddress, string ClientId, string ClientSecret)
{
    public const string ClientIdVariable = "KAJABI_CLIENT_ID";
    public const string ClientSecretVariable = "KAJABI_CLIENT_SECRET";
    public const string BaseUrlVariable = "KAJABI_BASE_URL";

    /// <summary>The only host that receives credentials if <see cref="BaseUrlVariable"/> is not set.</summary>
    public const string DefaultHost = "api.kajabi.com";

    /// <summary>Returns the base URL, without the credentials.</summary>
    public override string ToString() => $"{BaseAddress}";
}
