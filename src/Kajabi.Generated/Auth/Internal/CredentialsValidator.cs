using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Auth.Internal;

/// <summary>Says what is wrong with the credentials among the options, and what to do about it.</summary>
internal static class CredentialsValidator
{
    /// <param name="options">The options.</param>
    /// <param name="services">The services of the application; null for a client without any.</param>
    public static IEnumerable<string> Problems(KajabiClientOptions options, IServiceProvider? services)
    {
        bool usesEndpoint = !IsBlank(options.ClientId) || !IsBlank(options.ClientSecret) || !string.IsNullOrEmpty(options.RefreshToken);
        List<string> ways =
        [
            .. usesEndpoint ? ["ClientId and ClientSecret, or a RefreshToken"] : (string[])[],
            .. !string.IsNullOrEmpty(options.AccessToken) ? ["an AccessToken"] : (string[])[],
            .. options.AccessTokenProvider is not null ? ["an AccessTokenProvider"] : (string[])[],
        ];

        return ways.Count switch
        {
            0 =>
            [
                "Kajabi needs a ClientId and a ClientSecret. Make an API key on the security page of the admin portal and set both; or set a RefreshToken, an AccessToken or an AccessTokenProvider.",
            ],
            > 1 => [$"There must be one way to a token, but the options hold {string.Join(" and ", ways)}. Leave all but one unset."],
            _ => (usesEndpoint ? OfEndpoint(options) : OfAccessToken(options)).Concat(OfSharing(options, services)),
        };
    }

    private static IEnumerable<string> OfEndpoint(KajabiClientOptions options)
    {
        if (IsBlank(options.ClientId) != IsBlank(options.ClientSecret))
        {
            yield return "The ClientId and the ClientSecret belong together. Set both.";
        }

        if (new[] { options.ClientId, options.ClientSecret, options.RefreshToken }.Any(IsFrayed))
        {
            yield return "The ClientId, the ClientSecret or the RefreshToken has white space around it or a line break in it, as when it is read from a file. Trim it.";
        }
    }

    private static IEnumerable<string> OfAccessToken(KajabiClientOptions options)
    {
        if (options.AccessToken is { Length: > 0 } token && !AccessToken.IsSendable(token))
        {
            yield return "The AccessToken must be printable ASCII without blanks and without the word Bearer.";
        }
    }

    private static IEnumerable<string> OfSharing(KajabiClientOptions options, IServiceProvider? services)
    {
        string setting = $"{nameof(AccessTokenSharing)}.{options.AccessTokenSharing}";
        if (!Enum.IsDefined(options.AccessTokenSharing))
        {
            yield return $"{setting} is unknown. Use one of {string.Join(", ", Enum.GetNames<AccessTokenSharing>())}.";
        }
        else if (options.AccessTokenSharing != AccessTokenSharing.None)
        {
            if (!options.HasClientCredentials || !string.IsNullOrEmpty(options.RefreshToken))
            {
                yield return $"{setting} is for client credentials alone, which every process has. Set ClientId and ClientSecret and nothing else, or share nothing.";
            }

            if (services?.GetService<HybridCache>() is null)
            {
                yield return $"{setting} needs a HybridCache. Register the client with AddKajabi, and the cache with services.AddHybridCache() and a distributed cache such as Redis.";
            }

            if (options.AccessTokenSharing == AccessTokenSharing.Protected && services?.GetService<IDataProtectionProvider>() is null)
            {
                yield return $"{setting} needs an IDataProtectionProvider. Register one with services.AddDataProtection() and keys that all processes share, or choose {nameof(AccessTokenSharing)}.{nameof(AccessTokenSharing.Unprotected)}.";
            }
        }
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsFrayed(string? text) => text is not null && (text != text.Trim() || text.Any(char.IsControl));
}
