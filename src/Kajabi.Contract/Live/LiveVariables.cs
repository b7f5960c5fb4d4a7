namespace Kajabi.Contract.Live;

/// <summary>The environment variables with the base URL and the credentials of the account to check.</summary>
internal static class LiveVariables
{
    public const string ClientIdVariable = "KAJABI_CLIENT_ID";
    public const string ClientSecretVariable = "KAJABI_CLIENT_SECRET";
    public const string BaseUrlVariable = "KAJABI_BASE_URL";

    /// <summary>The only host that receives credentials if <see cref="BaseUrlVariable"/> is not set.</summary>
    public const string DefaultHost = "api.kajabi.com";
}
