namespace Kajabi.Contract.Configuration;

/// <summary>The operations whose findings are reported. Findings that are not about an operation are always reported.</summary>
/// <param name="Included">The operations; empty for all.</param>
/// <param name="Excluded">The operations that are excluded from them.</param>
internal sealed record OperationFilter(IReadOnlyList<OperationPattern> Included, IReadOnlyList<OperationPattern> Excluded)
{
    public bool Includes(string operation) =>
        operation.Length == 0
        || (
            (Included.Count == 0 || Included.Any(pattern => pattern.Matches(operation)))
            && !Excluded.Any(pattern => pattern.Matches(operation))
        );
}
