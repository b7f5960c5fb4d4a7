using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>A JSON:API resource object: identity, attributes, relationships and the related resources that its document contains.</summary>
/// <remarks>Reading a resource from several threads is safe; assigning to it while others read is not.</remarks>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class Resource : IEnumerable
{
    private string? _id;

    private protected Resource() { }

    /// <summary>Gets the JSON:API type, such as <c>contacts</c>.</summary>
    public string Type => ReceivedType ?? DeclaredType;

    /// <summary>
    /// Gets or sets the id, a string even if it looks like a number. Null for a resource that is not created yet, or if the document
    /// has no id; see <see cref="HasId"/>. Operations reject a missing id before they send a request.
    /// </summary>
    /// <remarks>Declared as not null because every resource that the API returns has an id.</remarks>
    public string Id
    {
        get => _id!;
        set => _id = value;
    }

    /// <summary>Gets whether the resource has an id; false for a resource that is not created yet.</summary>
    public bool HasId => _id is not null;

    /// <summary>Gets type and id together. The id is null if the resource has none.</summary>
    public ResourceIdentifier Identifier => new(Type, Id);

    /// <summary>Gets the attributes. Never null: an object without members if the document has none.</summary>
    public JsonApiObject Attributes => AttributesCore;

    /// <summary>Gets the relationships, each with its state.</summary>
    public RelationshipsObject Relationships => RelationshipsCore;

    /// <summary>Gets the links of the resource, such as <c>links["customer"]</c> on a contact. Null if there are none.</summary>
    public Links? Links { get; private set; }

    /// <summary>Gets the meta of the resource. Null if there is none.</summary>
    public Meta? Meta { get; private set; }

    /// <summary>Gets members that JSON:API does not define for a resource, as they were received.</summary>
    public IReadOnlyDictionary<string, JToken> AdditionalMembers => _additional ?? AdditionalMemberSet.Empty;

    /// <summary>The JSON:API type of this class.</summary>
    internal abstract string DeclaredType { get; }

    /// <summary>The type in the document if the OpenAPI document does not declare it.</summary>
    internal string? ReceivedType { get; set; }

    private protected abstract JsonApiObject AttributesCore { get; }

    private protected abstract RelationshipsObject RelationshipsCore { get; }

    /// <summary>Returns the type and id, without personal data.</summary>
    /// <returns>For example <c>contacts/123</c>.</returns>
    public override string ToString() => HasId ? Identifier.ToString() : $"{Type} (not created yet)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
