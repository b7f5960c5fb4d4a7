namespace Kajabi.JsonApi;

/// <summary>Specifies what is known of a relationship of a resource.</summary>
public enum RelationshipState
{
    /// <summary>The relationship is missing, <c>null</c> or an empty object.</summary>
    Absent,

    /// <summary>Only links or meta are known, not the related resources.</summary>
    LinksOnly,

    /// <summary>There are no related resources: <c>null</c> for a to-one relationship, an empty list for a to-many relationship.</summary>
    Empty,

    /// <summary>The identifiers of the related resources are known, but at least one resource is not in the document.</summary>
    IdentifiersOnly,

    /// <summary>All related resources are in the document.</summary>
    Loaded,

    /// <summary>
    /// The document contains no identifiers. The related resources were chosen by their type among the included resources,
    /// which is a guess; see <see cref="Relationship.State"/>.
    /// </summary>
    ResolvedByType,
}
