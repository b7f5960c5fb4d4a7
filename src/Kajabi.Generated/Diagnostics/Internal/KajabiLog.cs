using Microsoft.Extensions.Logging;

namespace Kajabi.Diagnostics.Internal;

/// <summary>
/// Log messages of the category <see cref="KajabiTelemetry.Name"/>. Event ids never change: 1 and up here, 201 and up for tokens,
/// 301 and up for the webhook endpoint. <c>docs/observability.md</c> lists them all. No message contains an address, a header, a body
/// or an exception of the network.
/// </summary>
internal static partial class KajabiLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {PathTemplate} returned {StatusCode} after {Milliseconds:0} ms (attempt {Attempt})")]
    public static partial void ResponseReceived(
        ILogger log,
        string method,
        string? pathTemplate,
        int statusCode,
        double milliseconds,
        int attempt
    );

    [LoggerMessage(2, LogLevel.Debug, "{Method} {PathTemplate} failed with {ErrorType} after {Milliseconds:0} ms (attempt {Attempt})")]
    public static partial void RequestFailed(
        ILogger log,
        string method,
        string? pathTemplate,
        string errorType,
        double milliseconds,
        int attempt
    );

    [LoggerMessage(3, LogLevel.Information, "Retrying {Method} {PathTemplate} in {Delay}: attempt {Attempt} failed with {Outcome}")]
    public static partial void Retrying(
        ILogger log,
        string method,
        string? pathTemplate,
        TimeSpan delay,
        int attempt,
        AttemptOutcome outcome
    );

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Method} {PathTemplate} is not retried: the delay of {Delay} exceeds Retry.MaxDelay or the remaining Timeout"
    )]
    public static partial void RetryDelayTooLong(ILogger log, string method, string? pathTemplate, TimeSpan delay);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Method} {PathTemplate} is not retried: Retry.RetryBudget is exhausted because too many requests of the client failed"
    )]
    public static partial void RetryBudgetExhausted(ILogger log, string method, string? pathTemplate);

    [LoggerMessage(6, LogLevel.Warning, "{Method} {PathTemplate} was not sent: the rate limit queue (RateLimit.QueueLimit) is full")]
    public static partial void RateLimitQueueFull(ILogger log, string method, string? pathTemplate);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "The response of {Operation} differs from the OpenAPI document: {Kind} at {Path} of {ResourceType} {Value}"
    )]
    public static partial void ContractDriftDetected(
        ILogger log,
        string operation,
        ContractDriftKind kind,
        string? resourceType,
        string path,
        string? value
    );

    [LoggerMessage(8, LogLevel.Error, "The OnContractDrift callback threw {ExceptionType}; the request is not affected")]
    public static partial void ContractDriftCallbackFailed(ILogger log, string exceptionType);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "A handler of the application tried to resend {Method} {PathTemplate} within one attempt; it was sent once"
    )]
    public static partial void DuplicatePrevented(ILogger log, string method, string? pathTemplate);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The limiter of RateLimit.Limiter threw {ExceptionType} for {Method} {PathTemplate}; the request is not affected"
    )]
    public static partial void RateLimiterFailed(ILogger log, string method, string? pathTemplate, string exceptionType);

    [LoggerMessage(11, LogLevel.Warning, "{Method} {PathTemplate} was not sent: the limiter of RateLimit.Limiter rejected it")]
    public static partial void RateLimiterRejected(ILogger log, string method, string? pathTemplate);
}
