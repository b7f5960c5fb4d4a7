using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>A JSON:API resource: identity, attributes, relationships and, where its document held them, the related resources themselves.</summary>
/// <remarks>Reading one resource from several threads is safe; assigning to it while others read is not.</remarks>
[JsonConverter(typeof(JsonApiConverter))]
public abstract partial class Resource
{
    private string? _id;

    private protected Resource()
    {
    }

    /// <summary>The resource type on the wire, such as <c>contacts</c>.</summary>
    public string Type => ReceivedType ?? DeclaredType;

    /// <summary>The id, a string even where it looks like a number.</summary>
    /// <exception cref="InvalidOperationException">The resource has none: it was made here and not created yet, or its document left the id out. See <see cref="HasId"/>.</exception>
    public string Id
    {
        get => _id ?? throw new InvalidOperationException($"This {Type} resource has no id: it is not created yet, or its document left the id out. Check HasId first.");
        set => _id = value;
    }

    /// <summary>Whether the resource has an id; false for one that is still to be created.</summary>
    public bool HasId => _id is not null;

    /// <summary>Type and id together.</summary>
    /// <exception cref="InvalidOperationException">The resource has no id.</exception>
    public ResourceIdentifier Identifier => new(Type, Id);

    /// <summary>The attributes; an object without members when none were sent.</summary>
    public OpenObject Attributes => AttributesCore;

    /// <summary>The relationships, each with its state.</summary>
    public RelationshipsObject Relationships => RelationshipsCore;

    /// <summary>The links of this resource, such as <c>links["customer"]</c> on a contact; null when not sent.</summary>
    public Links? Links { get; private set; }

    /// <summary>The meta of this resource; null when not sent.</summary>
    public Meta? Meta { get; private set; }

    /// <summary>Members that JSON:API does not give to a resource, as they came.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>The type that the contract gives to this class.</summary>
    internal abstract string DeclaredType { get; }

    /// <summary>The type that the document gave, where it is one that no contract knows.</summary>
    internal string? ReceivedType { get; set; }

    private protected abstract OpenObject AttributesCore { get; }

    private protected abstract RelationshipsObject RelationshipsCore { get; }

    /// <summary>Type and id, and nothing personal.</summary>
    /// <returns>For example <c>contacts/123</c>.</returns>
    public override string ToString() => HasId ? Identifier.ToString() : $"{Type} (not created yet)";

    /// <summary>The loaded resource of a to-one relationship by wire name; navigation properties call this.</summary>
    private protected TResource? RelatedOne<TResource>(string relationship)
        where TResource : Resource => RelationshipsCore[relationship]?.Loaded.OfType<TResource>().FirstOrDefault();

    /// <summary>The loaded resources of a to-many relationship by wire name; navigation properties call this.</summary>
    private protected IReadOnlyList<TResource> RelatedMany<TResource>(string relationship)
        where TResource : Resource => RelationshipsCore[relationship] switch
        {
            null => [],
            ToManyRelationship<TResource> many => many.Resources,
            { } other => [.. other.Loaded.OfType<TResource>()],
        };
}
