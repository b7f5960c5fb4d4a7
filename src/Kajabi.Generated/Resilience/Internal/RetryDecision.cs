namespace Kajabi.Resilience.Internal;

/// <summary>Whether an attempt is followed by another one.</summary>
internal enum RetryDecision
{
    /// <summary>It is the last.</summary>
    No,

    /// <summary>It is repeated.</summary>
    Yes,

    /// <summary>It is repeated where <see cref="KajabiRetryOptions.RetryWritesOnServiceUnavailable"/> allows it.</summary>
    IfAllowed,
}
