namespace Kajabi.Cli.SandboxServer;

/// <summary>A line of the log for a request.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The unescaped path, without secrets.</param>
/// <param name="Query">The query with its question mark, without secrets; empty for none.</param>
/// <param name="Status">The status code; null if no response was sent.</param>
/// <param name="Duration">The time until the response was complete.</param>
/// <param name="Fault">The simulated fault; null for none.</param>
/// <param name="Ignored">What the sandbox ignored, one sentence each.</param>
/// <param name="Error">The error of the sandbox itself; null for none.</param>
internal sealed record LoggedRequest(
    string Method,
    string Path,
    string Query,
    int? Status,
    TimeSpan Duration,
    string? Fault,
    IReadOnlyList<string> Ignored,
    string? Error
);
