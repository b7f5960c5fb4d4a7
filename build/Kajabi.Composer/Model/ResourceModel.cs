namespace Kajabi.Composer.Model;

/// <summary>A resource type, merged from all of its schemas.</summary>
/// <param name="resourceType">The JSON:API type, such as <c>contact_tags</c>.</param>
/// <param name="name">The C# class, such as <c>ContactTag</c>.</param>
internal sealed class ResourceModel(string resourceType, string name)
{
    public string ResourceType => resourceType;

    public string Name => name;

    public string? Description { get; set; }

    public string? AttributesDescription { get; set; }

    public OrderedDictionary<string, MemberModel> Attributes { get; } = [];

    public OrderedDictionary<string, RelationshipModel> Relationships { get; } = [];

    /// <summary>Gets the schemas that declare attributes of the type; empty if only its name is known.</summary>
    public List<SchemaNode> AttributeSchemas { get; } = [];

    /// <summary>Gets the schemas that declare relationships of the type.</summary>
    public List<SchemaNode> RelationshipSchemas { get; } = [];

    /// <summary>Gets the names for sparse fieldsets: attributes and relationships.</summary>
    public IEnumerable<string> FieldNames => Attributes.Keys.Concat(Relationships.Keys);
}
