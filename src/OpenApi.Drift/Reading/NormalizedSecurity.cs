namespace OpenApi.Drift.Reading;

/// <summary>The security requirements of an operation, one of which must be met.</summary>
/// <param name="Alternatives">The sets of schemes required together, with their scopes. An empty set means anonymous access.</param>
/// <param name="IsUnknown">Whether a requirement refers to an undeclared scheme.</param>
internal sealed record NormalizedSecurity(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Alternatives, bool IsUnknown)
{
    /// <summary>Gets whether anonymous access is allowed.</summary>
    public bool IsOpen => Alternatives.Any(static alternative => alternative.Count == 0);
}
