using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>An alternative of the base and the one of the revision that stands for it; null where there is none.</summary>
internal sealed record BranchMatch(SchemaReference? Before, SchemaReference? After);
