using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>An expected finding of a mutation.</summary>
internal sealed record Expected(string Id, string Severity, string Operation, string Direction, string Location);
