namespace Kajabi;

/// <summary>A search for one resource found several different ones. The message names them.</summary>
public sealed class KajabiAmbiguousMatchException : KajabiException
{
    internal KajabiAmbiguousMatchException(string message, IReadOnlyList<ResourceIdentifier> matches)
        : base(message)
    {
        Matches = matches;
    }

    /// <summary>Gets the resources that were found, at least two.</summary>
    public IReadOnlyList<ResourceIdentifier> Matches { get; }
}
