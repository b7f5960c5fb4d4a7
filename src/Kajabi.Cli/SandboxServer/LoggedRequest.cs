namespace Kajabi.Cli.SandboxServer;

/// <summary>A line of the log of requests.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The unescaped path.</param>
/// <param name="Query">The query with its question mark; empty for none.</param>
/// <param name="Status">The status code; null if no response was sent.</param>
/// <param name="Duration">The time until the response was complete.</param>
/// <param name="Fault">The simulated fault; null for none.</param>
/// <param name="Ignored">What the sandbox ignored, one sentence each.</param>
internal sealed record LoggedRequest(
    string Method,
    string Path,
    string Query,
    int? Status,
    TimeSpan Duration,
    string? Fault,
    IReadOnlyList<string> Ignored
);
