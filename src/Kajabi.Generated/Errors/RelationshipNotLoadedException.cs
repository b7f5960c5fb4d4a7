namespace Kajabi;

/// <summary>
/// A related resource was required that the document does not hold. The message names the include path that
/// would have brought it.
/// </summary>
public sealed class RelationshipNotLoadedException : KajabiException
{
    internal RelationshipNotLoadedException(string relationship, RelationshipState state, string message)
        : base(message)
    {
        Relationship = relationship;
        State = state;
    }

    /// <summary>The wire name of the relationship, such as <c>customer</c>.</summary>
    public string Relationship { get; }

    /// <summary>What the document said about the relationship.</summary>
    public RelationshipState State { get; }
}
