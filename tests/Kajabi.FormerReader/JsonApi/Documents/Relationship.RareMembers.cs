using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>The members that few relationships have.</content>
public abstract partial class Relationship
{
    /// <summary>Gets the meta of the relationship. Null if there is none.</summary>
    public Meta? Meta { get; private set; }

    /// <summary>Gets members that JSON:API does not define for a relationship, as they were received.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>Without linkage: the resources that were assigned by type before the resource was serialized.</summary>
    internal IReadOnlyList<ResourceIdentifier> ResolvedByType { private protected get; set; } = [];

    private bool HasRareMembers => Meta is not null || _additional is not null;
}
