using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi.Auth.Internal;

/// <summary>Creates the token cache for the configured credentials.</summary>
internal static class AccessTokenCacheFactory
{
    // Long enough to be unique for any number of credentials.
    private const int KeyBytes = 16;

    /// <param name="options">The validated options.</param>
    /// <param name="backChannel">Sends token requests.</param>
    /// <param name="time">The clock.</param>
    /// <param name="services">Provides the shared cache and data protection; null for none.</param>
    /// <param name="loggers">Creates the logger; null for none.</param>
    public static AccessTokenCache Create(
        KajabiClientOptions options,
        TokenBackChannel backChannel,
        TimeProvider time,
        IServiceProvider? services = null,
        ILoggerFactory? loggers = null
    )
    {
        ILogger logger = loggers?.CreateLogger(TokenLog.Category) ?? NullLogger.Instance;
        ITokenProvider provider = options switch
        {
            { AccessTokenProvider: { } custom } => new CustomTokenProvider(custom, time),
            { AccessToken: { Length: > 0 } token } => new StaticTokenProvider(token, time),
            { AccessTokenSharing: not AccessTokenSharing.None } => new SharedTokenProvider(
                new OAuthTokenProvider(options, backChannel, time),
                CreateStore(options, time, services!, logger)
            ),
            _ => new OAuthTokenProvider(options, backChannel, time),
        };
        return new AccessTokenCache(provider, options.Timeout, time, logger);
    }

    private static SharedTokenStore CreateStore(KajabiClientOptions options, TimeProvider time, IServiceProvider services, ILogger logger)
    {
        string key = CreateKey(options);

        // The key is one of the purposes, so that an entry can only be read with the credentials that stored it.
        IDataProtector? protector =
            options.AccessTokenSharing == AccessTokenSharing.Protected
                ? services.GetRequiredService<IDataProtectionProvider>().CreateProtector(TokenLog.Category, key)
                : null;
        return new SharedTokenStore(services.GetRequiredService<HybridCache>(), key, protector, options.Timeout, time, logger);
    }

    /// <summary>Returns a key that identifies the credentials without containing them.</summary>
    private static string CreateKey(KajabiClientOptions options)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.BaseUrl}\n{options.ClientId}"));
        return $"kajabi:access-token:{Convert.ToHexStringLower(hash.AsSpan(0, KeyBytes))}";
    }
}
