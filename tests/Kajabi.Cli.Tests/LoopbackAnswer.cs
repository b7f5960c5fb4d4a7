namespace Kajabi.Cli.Tests;

/// <summary>One answer of the <see cref="LoopbackApi"/>.</summary>
internal sealed record LoopbackAnswer(string Body, int Status = 200, string MediaType = "application/vnd.api+json");
