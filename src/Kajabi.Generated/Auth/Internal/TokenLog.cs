using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>Log messages about tokens. They name the kind of a failure, because its message may contain a token.</summary>
internal static partial class TokenLog
{
    public const string Category = "Kajabi.AccessToken";

    [LoggerMessage(
        EventId = 201,
        Level = LogLevel.Warning,
        Message = "The shared access token could not be {Action} ({Failure}). The request continues without the cache."
    )]
    public static partial void TokenCacheFailed(this ILogger logger, string action, string failure);

    [LoggerMessage(
        EventId = 202,
        Level = LogLevel.Warning,
        Message = "The access token could not be refreshed before it expires ({Failure}). Requests continue with the current token."
    )]
    public static partial void TokenRefreshFailed(this ILogger logger, string failure);
}
