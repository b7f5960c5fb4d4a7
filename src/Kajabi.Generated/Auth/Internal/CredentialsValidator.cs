using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Auth.Internal;

/// <summary>Validates the credential options.</summary>
internal static class CredentialsValidator
{
    /// <summary>Returns the errors, each with its correction.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">The services of the application; null for a client without any.</param>
    public static IEnumerable<string> Validate(KajabiClientOptions options, IServiceProvider? services)
    {
        bool usesEndpoint = !IsBlank(options.ClientId) || !IsBlank(options.ClientSecret) || !string.IsNullOrEmpty(options.RefreshToken);
        List<string> methods =
        [
            .. usesEndpoint ? ["ClientId, ClientSecret or RefreshToken"] : (string[])[],
            .. !string.IsNullOrEmpty(options.AccessToken) ? ["AccessToken"] : (string[])[],
            .. options.AccessTokenProvider is not null ? ["AccessTokenProvider"] : (string[])[],
        ];

        return methods.Count switch
        {
            0 =>
            [
                "Credentials are required. Create an API key on the security page of the admin portal and set ClientId and ClientSecret, "
                    + "or set RefreshToken, AccessToken or AccessTokenProvider.",
            ],
            > 1 => [$"Only one authentication method can be set, but the options contain {string.Join(", and ", methods)}. Keep one."],
            _ => (usesEndpoint ? ValidateClientCredentials(options) : ValidateAccessToken(options)).Concat(
                options.AccessTokenSharing == AccessTokenSharing.None ? [] : ValidateSharing(options, services)
            ),
        };
    }

    private static IEnumerable<string> ValidateClientCredentials(KajabiClientOptions options)
    {
        if (IsBlank(options.ClientId) != IsBlank(options.ClientSecret))
        {
            yield return "ClientId and ClientSecret must be set together.";
        }

        if (new[] { options.ClientId, options.ClientSecret, options.RefreshToken }.Any(HasStrayWhiteSpace))
        {
            yield return "ClientId, ClientSecret or RefreshToken contains a line break, or white space at its start or end, as when it is "
                + "read from a file. Trim it.";
        }
    }

    private static IEnumerable<string> ValidateAccessToken(KajabiClientOptions options)
    {
        if (options.AccessToken is { Length: > 0 } token && !AccessToken.IsSendable(token))
        {
            yield return "AccessToken must be printable ASCII without spaces and without the scheme Bearer.";
        }
    }

    private static IEnumerable<string> ValidateSharing(KajabiClientOptions options, IServiceProvider? services)
    {
        string setting = $"{nameof(AccessTokenSharing)}.{options.AccessTokenSharing}";
        if (!Enum.IsDefined(options.AccessTokenSharing))
        {
            yield return $"{setting} is not defined. Use one of {string.Join(", ", Enum.GetNames<AccessTokenSharing>())}.";
            yield break;
        }

        if (!options.HasClientCredentials || !string.IsNullOrEmpty(options.RefreshToken))
        {
            yield return $"{setting} works with client credentials only, which every process has. Set only ClientId and "
                + $"ClientSecret, or use {nameof(AccessTokenSharing)}.{nameof(AccessTokenSharing.None)}.";
        }

        if (services?.GetService<HybridCache>() is null)
        {
            yield return $"{setting} requires a HybridCache. Register the client with AddKajabi, and the cache with "
                + "services.AddHybridCache() and a distributed cache such as Redis.";
        }

        if (options.AccessTokenSharing == AccessTokenSharing.Protected && services?.GetService<IDataProtectionProvider>() is null)
        {
            yield return $"{setting} requires an IDataProtectionProvider. Register one with services.AddDataProtection() and keys that "
                + $"all processes share, or use {nameof(AccessTokenSharing)}.{nameof(AccessTokenSharing.Unprotected)}.";
        }
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool HasStrayWhiteSpace(string? text) => text is not null && (text != text.Trim() || text.Any(char.IsControl));
}
