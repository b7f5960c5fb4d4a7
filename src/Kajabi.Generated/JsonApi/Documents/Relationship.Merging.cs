namespace Kajabi.JsonApi;

/// <content>Merging two copies of one relationship.</content>
public abstract partial class Relationship
{
    /// <summary>Adds the members of another copy that this one does not have: linkage, links, meta and additional members.</summary>
    /// <param name="other">The copy that was read later.</param>
    /// <param name="linked">The relationships with linkage, to be resolved when the document has been read.</param>
    internal void MergeFrom(Relationship other, PooledList<Relationship> linked)
    {
        if (!_isReceived || _otherJson is { IsNull: true })
        {
            // This copy has nothing, or null: use the other copy.
            _otherJson = other._otherJson;
        }

        _isReceived |= other._isReceived;
        Links = JsonApiObject.Merge(Links, other.Links);
        Meta = JsonApiObject.Merge(Meta, other.Meta);
        AdditionalMemberSet.Merge(ref _additional, other._additional);
        if (Linkage is null && other.Linkage is not null)
        {
            (Linkage, _isLinkageInLinks) = (other.Linkage, other._isLinkageInLinks);
            (IsModified, _hasAssignedResources) = (other.IsModified, other._hasAssignedResources);
            if (HasResourcesToFind)
            {
                linked.Add(this);
            }
        }
    }
}
