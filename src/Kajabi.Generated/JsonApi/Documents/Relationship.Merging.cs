namespace Kajabi.JsonApi;

/// <content>Merging two copies of one relationship.</content>
public abstract partial class Relationship
{
    /// <summary>Adds the members of another copy that this one does not have: linkage, links, meta and additional members.</summary>
    /// <param name="other">The copy that was read later.</param>
    /// <param name="linked">The relationships with linkage, to be resolved when the document has been read.</param>
    internal void MergeFrom(Relationship other, LinkedRelationships linked)
    {
        if (_rare is not null || other._rare is not null)
        {
            // If this copy has nothing, or null, the other copy is used.
            Rare.MergeFrom(other._rare, isOtherJsonReplaced: !_isReceived || _rare?.OtherJson is { IsNull: true });
        }

        _isReceived |= other._isReceived;
        Links = JsonApiObject.Merge(Links, other.Links);
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
