namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// The members that few relationships have. A page contains several hundred relationships, and a reference to this class is smaller
/// than the members.
/// </summary>
internal sealed class RareRelationshipMembers
{
    private AdditionalMemberSet? _additional;

    public Meta? Meta { get; set; }

    /// <summary>Gets the members that JSON:API does not define; null if there are none.</summary>
    public AdditionalMemberSet? Additional => _additional;

    /// <summary>Gets or sets the JSON of a relationship that is not an object.</summary>
    public RawJson? OtherJson { get; set; }

    /// <summary>Gets or sets the resources that were assigned by type before the resource was serialized.</summary>
    public IReadOnlyList<ResourceIdentifier> ResolvedByType { get; set; } = [];

    public void Add(string name, RawJson value) => AdditionalMemberSet.Add(ref _additional, name, value);

    /// <summary>Adds the members of another copy that this one does not have.</summary>
    /// <param name="other">The members of the copy that was read later; null if it has none.</param>
    /// <param name="isOtherJsonReplaced">Whether this copy has nothing that the JSON of the other copy would contradict.</param>
    public void MergeFrom(RareRelationshipMembers? other, bool isOtherJsonReplaced)
    {
        if (isOtherJsonReplaced)
        {
            OtherJson = other?.OtherJson;
        }

        Meta = JsonApiObject.Merge(Meta, other?.Meta);
        AdditionalMemberSet.Merge(ref _additional, other?._additional);
    }
}
