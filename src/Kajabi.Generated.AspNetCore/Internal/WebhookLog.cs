using Microsoft.Extensions.Logging;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Log messages of the endpoint: event types and failures, no content of URLs or deliveries.</summary>
internal static partial class WebhookLog
{
    public const string Category = "Kajabi.Webhooks";

    [LoggerMessage(301, LogLevel.Warning, "A request to the webhook endpoint was rejected: its secret is missing or wrong.")]
    public static partial void InvalidSecret(ILogger logger);

    [LoggerMessage(
        302,
        LogLevel.Warning,
        "A webhook delivery was rejected: it is larger than {MaxRequestBodySize} bytes, or nested too deeply."
    )]
    public static partial void PayloadTooLarge(ILogger logger, int maxRequestBodySize);

    [LoggerMessage(303, LogLevel.Debug, "A webhook delivery was handled: {Event}.")]
    public static partial void DeliveryHandled(ILogger logger, string @event);

    [LoggerMessage(304, LogLevel.Debug, "A duplicate webhook delivery was skipped: {Event}.")]
    public static partial void DuplicateDelivery(ILogger logger, string @event);

    [LoggerMessage(305, LogLevel.Error, "The webhook handler failed, and Kajabi delivers again: {Event}.")]
    public static partial void HandlerFailed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(306, LogLevel.Warning, "The deduplication cache failed, so a duplicate webhook delivery may be handled again.")]
    public static partial void DeduplicationCacheFailed(ILogger logger, Exception exception);

    [LoggerMessage(307, LogLevel.Warning, "A webhook delivery was rejected with {StatusCode}: {Reason}.")]
    public static partial void Unreadable(ILogger logger, int statusCode, string reason);

    [LoggerMessage(
        308,
        LogLevel.Warning,
        "A webhook delivery was not handled because the application is stopping, and Kajabi delivers again: {Event}."
    )]
    public static partial void Stopped(ILogger logger, string @event);
}
