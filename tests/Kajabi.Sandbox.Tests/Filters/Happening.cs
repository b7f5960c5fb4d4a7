namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>Something that happened to a contact.</summary>
internal sealed record Happening(string Kind, string? Subject, double DaysAgo);
