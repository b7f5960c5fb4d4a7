using Microsoft.Extensions.Logging;

namespace Kajabi.Diagnostics.Internal;

/// <summary>
/// Everything that the SDK logs, under the category <see cref="KajabiTelemetry.Name"/>. Event ids stay as they are for
/// good: 1 and up here, 201 and up for tokens, 301 and up for the webhook endpoint. The README lists them all.
/// Nothing here takes an address, a header, a body or an exception of the network.
/// </summary>
internal static partial class KajabiLog
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Method} {PathTemplate} was answered with {StatusCode} after {Milliseconds:0} ms (attempt {Attempt})"
    )]
    public static partial void ResponseReceived(
        ILogger log,
        string method,
        string? pathTemplate,
        int statusCode,
        double milliseconds,
        int attempt
    );

    [LoggerMessage(
        2,
        LogLevel.Debug,
        "{Method} {PathTemplate} was not answered: {ErrorType} after {Milliseconds:0} ms (attempt {Attempt})"
    )]
    public static partial void RequestFailed(
        ILogger log,
        string method,
        string? pathTemplate,
        string errorType,
        double milliseconds,
        int attempt
    );

    [LoggerMessage(3, LogLevel.Information, "{Method} {PathTemplate} is repeated in {Delay} after attempt {Attempt} ended as {Outcome}")]
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
        "{Method} {PathTemplate} is not repeated: the wait of {Delay} is longer than Retry.MaxDelay or than what is left of its Timeout"
    )]
    public static partial void RetryDelayTooLong(ILogger log, string method, string? pathTemplate, TimeSpan delay);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Method} {PathTemplate} is not repeated: too many calls of the account fail, Retry.RetryBudget is spent"
    )]
    public static partial void RetryBudgetExhausted(ILogger log, string method, string? pathTemplate);

    [LoggerMessage(6, LogLevel.Warning, "{Method} {PathTemplate} was not sent: RateLimit.QueueLimit requests are waiting already")]
    public static partial void RateLimitQueueFull(ILogger log, string method, string? pathTemplate);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "{Operation} was answered with what the contract does not list: {Kind} at {Path} of {ResourceType} {Value}"
    )]
    public static partial void ContractDriftDetected(
        ILogger log,
        string operation,
        ContractDriftKind kind,
        string? resourceType,
        string path,
        string? value
    );

    [LoggerMessage(8, LogLevel.Error, "OnContractDrift of the options threw {ExceptionType}; the call goes on")]
    public static partial void ContractDriftCallbackFailed(ILogger log, string exceptionType);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "A handler of the application tried to send {Method} {PathTemplate} again within one attempt; it was sent once"
    )]
    public static partial void DuplicatePrevented(ILogger log, string method, string? pathTemplate);
}
