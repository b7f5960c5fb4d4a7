namespace Kajabi.JsonApi;

/// <summary>What a document says about one relationship of a resource.</summary>
public enum RelationshipState
{
    /// <summary>Nothing: the member is missing, <c>null</c> or an empty object.</summary>
    Absent,

    /// <summary>Only links or meta: the relationship exists, but not which resources it holds.</summary>
    LinksOnly,

    /// <summary>That it holds nothing: <c>null</c> for a to-one, an empty list for a to-many.</summary>
    Empty,

    /// <summary>Which resources it holds, but at least one of them is not in the document.</summary>
    IdentifiersOnly,

    /// <summary>Everything: each related resource is in the document.</summary>
    Loaded,

    /// <summary>
    /// The document does not say which resources it holds. They were chosen by their type among the included resources,
    /// which is a guess; see <see cref="Relationship.State"/>.
    /// </summary>
    ResolvedByType,
}
