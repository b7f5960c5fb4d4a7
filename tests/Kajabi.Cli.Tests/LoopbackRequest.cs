namespace Kajabi.Cli.Tests;

/// <summary>One request to the <see cref="LoopbackApi"/>, its path and query unescaped.</summary>
internal sealed record LoopbackRequest(string Method, string Target, string Body);
