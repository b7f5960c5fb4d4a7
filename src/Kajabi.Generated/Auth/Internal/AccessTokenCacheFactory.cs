using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi.Auth.Internal;

/// <summary>From the credentials among the options to the one token cache that all calls of these options share.</summary>
internal static class AccessTokenCacheFactory
{
    // Enough of a hash to tell any number of credentials apart.
    private const int KeyBytes = 16;

    /// <param name="options">The options, which have been checked.</param>
    /// <param name="backChannel">Sends token requests.</param>
    /// <param name="time">The clock.</param>
    /// <param name="services">Where shared cache and data protection come from; null for none of them.</param>
    /// <param name="loggers">Makes the log; null for none.</param>
    public static AccessTokenCache Create(
        KajabiClientOptions options,
        TokenBackChannel backChannel,
        TimeProvider time,
        IServiceProvider? services = null,
        ILoggerFactory? loggers = null
    )
    {
        ILogger logger = loggers?.CreateLogger(TokenLog.Category) ?? NullLogger.Instance;
        ITokenProvider issuer = options switch
        {
            { AccessTokenProvider: { } source } => new CustomTokenProvider(source, time),
            { AccessToken: { Length: > 0 } token } => new StaticTokenProvider(token, time),
            { AccessTokenSharing: not AccessTokenSharing.None } => new SharedTokenProvider(
                new OAuthTokenProvider(options, backChannel, time),
                StoreOf(options, time, services!, logger)
            ),
            _ => new OAuthTokenProvider(options, backChannel, time),
        };
        return new AccessTokenCache(issuer, options.Timeout, time, logger);
    }

    private static SharedTokenStore StoreOf(KajabiClientOptions options, TimeProvider time, IServiceProvider services, ILogger logger)
    {
        string key = KeyOf(options);

        // With the key among its purposes, so that an entry serves no other credential than the one it was stored for.
        IDataProtector? protector =
            options.AccessTokenSharing == AccessTokenSharing.Protected
                ? services.GetRequiredService<IDataProtectionProvider>().CreateProtector(TokenLog.Category, key)
                : null;
        return new SharedTokenStore(services.GetRequiredService<HybridCache>(), key, protector, options.Timeout, time, logger);
    }

    /// <summary>Tells credentials apart without telling what they are.</summary>
    private static string KeyOf(KajabiClientOptions options)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.BaseAddress.AbsoluteUri.TrimEnd('/')}\n{options.ClientId}"));
        return $"kajabi:access-token:{Convert.ToHexStringLower(hash.AsSpan(0, KeyBytes))}";
    }
}
