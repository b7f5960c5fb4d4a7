using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>What is logged about tokens. Failures are named by their kind, because the words of others may hold a token.</summary>
internal static partial class TokenLog
{
    public const string Category = "Kajabi.AccessToken";

    [LoggerMessage(
        EventId = 201,
        Level = LogLevel.Warning,
        Message = "The shared access token could not be {Action} ({Failure}). The call goes on without the cache."
    )]
    public static partial void TokenCacheFailed(this ILogger logger, string action, string failure);

    [LoggerMessage(
        EventId = 202,
        Level = LogLevel.Warning,
        Message = "The access token could not be renewed ahead of its end ({Failure}). Calls go on with the one that still lives."
    )]
    public static partial void TokenRefreshFailed(this ILogger logger, string failure);
}
