namespace Kajabi.Cli.Tests;

/// <summary>A response of the <see cref="LoopbackApi"/>.</summary>
internal sealed record LoopbackResponse(string Body, int Status = 200, string MediaType = "application/vnd.api+json");
