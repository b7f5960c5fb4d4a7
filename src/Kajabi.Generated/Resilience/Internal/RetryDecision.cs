namespace Kajabi.Resilience.Internal;

/// <summary>Whether an attempt is retried.</summary>
internal enum RetryDecision
{
    /// <summary>It is not retried.</summary>
    No,

    /// <summary>It is retried.</summary>
    Yes,

    /// <summary>It is retried when <see cref="KajabiRetryOptions.RetryWritesOnServiceUnavailable"/> is set.</summary>
    IfAllowed,
}
