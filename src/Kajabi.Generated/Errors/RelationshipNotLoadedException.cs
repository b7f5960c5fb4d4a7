namespace Kajabi;

/// <summary>
/// Thrown when a required related resource is not included in the document. The message contains the include path to add.
/// </summary>
public sealed class RelationshipNotLoadedException : KajabiException
{
    internal RelationshipNotLoadedException(string relationship, RelationshipState state, string message)
        : base(message)
    {
        Relationship = relationship;
        State = state;
    }

    /// <summary>Gets the JSON:API name of the relationship, such as <c>customer</c>.</summary>
    public string Relationship { get; }

    /// <summary>Gets the state of the relationship in the document.</summary>
    public RelationshipState State { get; }
}
