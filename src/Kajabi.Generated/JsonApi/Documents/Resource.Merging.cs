namespace Kajabi.JsonApi;

/// <content>Merging of two copies of one resource in a document.</content>
public abstract partial class Resource
{
    /// <summary>Gets the identifiers in the linkage of all relationships; empty if there are none.</summary>
    internal IEnumerable<ResourceIdentifier> RelatedIdentifiers =>
        _hasRelationships ? RelationshipsCore.Present.SelectMany(static relationship => relationship.Identifiers) : [];

    /// <summary>Adds the members of another copy that this one does not have. Existing members do not change.</summary>
    /// <param name="other">The copy that was read later.</param>
    /// <param name="linked">The relationships with linkage, to be resolved after the document is read.</param>
    internal void MergeFrom(Resource other, LinkedRelationships linked)
    {
        if (other._hasAttributes)
        {
            _hasAttributes = true;
            AttributesCore.MergeFrom(other.AttributesCore);
        }

        if (other._hasRelationships)
        {
            _hasRelationships = true;
            RelationshipsCore.MergeFrom(other.RelationshipsCore, linked);
        }

        Links = JsonApiObject.Merge(Links, other.Links);
        Meta = JsonApiObject.Merge(Meta, other.Meta);
        AdditionalMemberSet.Merge(ref _additional, other._additional);
    }
}
