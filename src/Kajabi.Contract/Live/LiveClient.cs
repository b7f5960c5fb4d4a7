using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Live;

/// <summary>
/// Creates the client of the account to check, which waits longer than the defaults instead of leaving an operation unchecked.
/// </summary>
internal static class LiveClient
{
    /// <summary>The maximum size of a response in bytes.</summary>
    public const long MaxResponseBytes = 64 * 1024 * 1024;

    /// <param name="address">The base URL.</param>
    /// <param name="clientId">The client id.</param>
    /// <param name="clientSecret">The client secret.</param>
    /// <param name="handler">The HTTP handler.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UnreadableFileException">A value is invalid.</exception>
    public static KajabiClient Create(Uri address, string clientId, string clientSecret, HttpMessageHandler handler, TimeProvider time)
    {
        KajabiClientOptions options = new()
        {
            BaseAddress = address,
            ClientId = clientId,
            ClientSecret = clientSecret,
            MaxResponseBytes = MaxResponseBytes,
            Timeout = TimeSpan.FromMinutes(10),
            Retry =
            {
                BaseDelay = TimeSpan.FromSeconds(5),
                MaxDelay = TimeSpan.FromMinutes(2),
                AttemptTimeout = TimeSpan.FromSeconds(100),
            },
        };
        try
        {
            return new KajabiClient(options, handler, time);
        }
        catch (ArgumentException)
        {
            // The message of the exception names options instead of variables.
            throw new UnreadableFileException(
                "live",
                $"A value of {LiveVariables.ClientIdVariable}, {LiveVariables.ClientSecretVariable} or {LiveVariables.BaseUrlVariable} is "
                    + "invalid. Remove spaces and line breaks, and a user name, password, query or fragment from the URL."
            );
        }
    }
}
