namespace Kajabi.Contract.Drift.Model;

/// <summary>How a caller proves who it is: one of the alternatives is enough.</summary>
/// <param name="Alternatives">Each is a set of schemes that are all needed, by what they are on the wire, with their scopes. An empty set is no proof at all.</param>
/// <param name="IsUnknown">Whether a scheme is named that nobody declares.</param>
internal sealed record NormalizedSecurity(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Alternatives, bool IsUnknown)
{
    /// <summary>Whether a caller needs to prove nothing.</summary>
    public bool IsOpen => Alternatives.Any(static alternative => alternative.Count == 0);
}
