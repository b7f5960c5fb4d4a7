using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>The members that few relationships have.</content>
public abstract partial class Relationship
{
    private RareRelationshipMembers? _rare;

    /// <summary>Gets the meta of the relationship. Null if there is none.</summary>
    public Meta? Meta => _rare?.Meta;

    /// <summary>Gets members that JSON:API does not define for a relationship, as they were received.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _rare?.Additional ?? AdditionalMemberSet.Empty;

    /// <summary>Without linkage: the resources that were assigned by type before the resource was serialized.</summary>
    internal IReadOnlyList<ResourceIdentifier> ResolvedByType
    {
        private protected get => _rare?.ResolvedByType ?? [];
        set => Rare.ResolvedByType = value;
    }

    private bool HasRareMembers => _rare is { Meta: not null } or { Additional: not null };

    private RareRelationshipMembers Rare => _rare ??= new();
}
