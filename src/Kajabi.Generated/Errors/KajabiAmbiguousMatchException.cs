namespace Kajabi;

/// <summary>Thrown when a search for one resource finds several. The message contains their identifiers.</summary>
public sealed class KajabiAmbiguousMatchException : KajabiException
{
    internal KajabiAmbiguousMatchException(string message, IReadOnlyList<ResourceIdentifier> matches)
        : base(message)
    {
        Matches = matches;
    }

    /// <summary>Gets the identifiers of the resources that were found, at least two.</summary>
    public IReadOnlyList<ResourceIdentifier> Matches { get; }
}
