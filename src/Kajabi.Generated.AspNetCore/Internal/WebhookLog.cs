using Microsoft.Extensions.Logging;

namespace Kajabi.AspNetCore.Internal;

/// <summary>What the endpoint writes to the log: kinds of events and what went wrong, nothing out of an address or a delivery.</summary>
internal static partial class WebhookLog
{
    public const string Category = "Kajabi.Webhooks";

    [LoggerMessage(301, LogLevel.Warning, "A request to the webhook endpoint was refused: its address holds no secret, or a wrong one.")]
    public static partial void InvalidSecret(ILogger logger);

    [LoggerMessage(
        302,
        LogLevel.Warning,
        "A webhook delivery was refused: it is larger than {MaxRequestBodySize} bytes, or nests too deeply."
    )]
    public static partial void PayloadTooLarge(ILogger logger, int maxRequestBodySize);

    [LoggerMessage(303, LogLevel.Debug, "A webhook delivery was handled: {Event}.")]
    public static partial void DeliveryHandled(ILogger logger, string @event);

    [LoggerMessage(304, LogLevel.Debug, "A webhook delivery was dropped: {Event}, handled before.")]
    public static partial void DuplicateDelivery(ILogger logger, string @event);

    [LoggerMessage(305, LogLevel.Error, "The handler failed on a webhook delivery, and Kajabi will repeat it: {Event}.")]
    public static partial void HandlerFailed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(306, LogLevel.Warning, "The cache of handled webhook deliveries failed, so a repetition may be handled again.")]
    public static partial void DeduplicationCacheFailed(ILogger logger, Exception exception);

    [LoggerMessage(307, LogLevel.Warning, "A webhook delivery could not be read and was refused with {StatusCode}: {Reason}.")]
    public static partial void Unreadable(ILogger logger, int statusCode, string reason);

    [LoggerMessage(
        308,
        LogLevel.Warning,
        "A webhook delivery was not handled because the application stops: {Event}. Kajabi delivers it again."
    )]
    public static partial void Stopped(ILogger logger, string @event);
}
