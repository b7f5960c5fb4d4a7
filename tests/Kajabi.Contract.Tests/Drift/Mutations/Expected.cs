namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>A finding that a mutation has to give.</summary>
internal sealed record Expected(string Id, string Severity, string Operation, string Direction, string Location);
