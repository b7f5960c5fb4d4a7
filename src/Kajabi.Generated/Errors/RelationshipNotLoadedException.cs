using Kajabi.JsonApi;

namespace Kajabi;

/// <summary>
/// Thrown when related resources are read that the document does not contain, such as the offers of a contact that was requested
/// without <c>include=offers</c>. The message names the include to add.
/// </summary>
public sealed class RelationshipNotLoadedException : KajabiException
{
    internal RelationshipNotLoadedException(string relationship, RelationshipState state, string message)
        : base(message)
    {
        Relationship = relationship;
        State = state;
    }

    /// <summary>Gets the JSON name of the relationship, such as <c>customer</c>.</summary>
    public string Relationship { get; }

    /// <summary>Gets the state of the relationship in the document.</summary>
    public RelationshipState State { get; }

    /// <summary>Creates the exception for a relationship whose resources the document does not contain.</summary>
    /// <param name="relationship">The JSON name.</param>
    /// <param name="state">The state.</param>
    /// <param name="problem">What is wrong, as the predicate of a sentence.</param>
    internal static RelationshipNotLoadedException Create(string relationship, RelationshipState state, string problem) =>
        new(
            relationship,
            state,
            $"The relationship '{relationship}' {problem}. Add '{relationship}' to the include of the request that read this resource, "
                + $"or, if the resource was included itself, its include path followed by '.{relationship}'. "
                + $"A sparse fieldset of its type must contain '{relationship}', too. "
                + "If the operation has no include, read the ids of the relationship, and request the resources. "
                + "In a resource that was created in code, assign the property."
        );
}
