using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>A JSON:API resource: identity, attributes, relationships and, where its document held them, the related resources themselves.</summary>
/// <remarks>Reading one resource from several threads is safe; assigning to it while others read is not.</remarks>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Resource : IEnumerable
{
    private string? _id;

    private protected Resource() { }

    /// <summary>The resource type on the wire, such as <c>contacts</c>.</summary>
    public string Type => ReceivedType ?? DeclaredType;

    /// <summary>
    /// Gets or sets the id, a string even where it looks like a number. Null for a resource that is not created yet, or whose document
    /// left the id out; see <see cref="HasId"/>. Operations reject a missing id before they send anything.
    /// </summary>
    /// <remarks>Declared as not null because every resource that the API returns has an id.</remarks>
    public string Id
    {
        get => _id!;
        set => _id = value;
    }

    /// <summary>Whether the resource has an id; false for one that is still to be created.</summary>
    public bool HasId => _id is not null;

    /// <summary>Gets type and id together. The id is null if the resource has none.</summary>
    public ResourceIdentifier Identifier => new(Type, Id);

    /// <summary>The attributes; an object without members when none were sent.</summary>
    public JsonApiObject Attributes => AttributesCore;

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

    private protected abstract JsonApiObject AttributesCore { get; }

    private protected abstract RelationshipsObject RelationshipsCore { get; }

    /// <summary>Type and id, and nothing personal.</summary>
    /// <returns>For example <c>contacts/123</c>.</returns>
    public override string ToString() => HasId ? Identifier.ToString() : $"{Type} (not created yet)";

    /// <summary>The loaded resource of a to-one relationship by wire name; navigation properties call this.</summary>
    private protected TResource? RelatedOne<TResource>(string relationship)
        where TResource : Resource => RelationshipsCore[relationship]?.Resources.OfType<TResource>().FirstOrDefault();

    /// <summary>The loaded resources of a to-many relationship by wire name; navigation properties call this.</summary>
    private protected IReadOnlyList<TResource> RelatedMany<TResource>(string relationship)
        where TResource : Resource =>
        RelationshipsCore[relationship] switch
        {
            null => [],
            ToManyRelationship<TResource> many => many.Resources,
            { } other => [.. other.Resources.OfType<TResource>()],
        };

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
