namespace Kajabi.JsonApi;

/// <content>Merging two copies of one resource that a document contains twice.</content>
public abstract partial class Resource
{
    /// <summary>The identifiers in the linkage of all relationships; empty when the document contains none.</summary>
    internal IEnumerable<ResourceIdentifier> RelatedIdentifiers =>
        _hasRelationships ? RelationshipsCore.Present.SelectMany(static relationship => relationship.Identifiers) : [];

    /// <summary>Adds the members of another copy that this one lacks. Where both have a member, this one keeps its own.</summary>
    /// <param name="other">The copy that was read later.</param>
    /// <param name="linked">The relationships with linkage, to be resolved when the document has been read.</param>
    internal void MergeFrom(Resource other, List<Relationship> linked)
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

        Links = JsonApiObject.Merged(Links, other.Links);
        Meta = JsonApiObject.Merged(Meta, other.Meta);
        AdditionalMemberSet.Merge(ref _additional, other._additional);
    }
}
