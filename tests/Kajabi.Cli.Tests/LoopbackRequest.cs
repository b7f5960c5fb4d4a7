namespace Kajabi.Cli.Tests;

/// <summary>A request to the <see cref="LoopbackApi"/>, with unescaped path and query.</summary>
internal sealed record LoopbackRequest(string Method, string Target, string Body);
