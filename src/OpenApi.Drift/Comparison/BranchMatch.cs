using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>The two versions of an alternative. Before is null if it was added, after is null if it was removed.</summary>
internal sealed record BranchMatch(SchemaReference? Before, SchemaReference? After);
