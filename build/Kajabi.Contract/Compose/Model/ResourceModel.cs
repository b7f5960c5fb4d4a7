namespace Kajabi.Contract.Compose.Model;

/// <summary>One resource type, lifted out of every schema that shows it.</summary>
/// <param name="wireType">The type on the wire, such as <c>contact_tags</c>.</param>
/// <param name="name">The C# class, such as <c>ContactTag</c>.</param>
internal sealed class ResourceModel(string wireType, string name)
{
    public string WireType => wireType;

    public string Name => name;

    public string? Description { get; set; }

    public string? AttributesDescription { get; set; }

    public OrderedDictionary<string, MemberModel> Attributes { get; } = [];

    public OrderedDictionary<string, RelationshipModel> Relationships { get; } = [];

    /// <summary>Every schema that declares attributes of it; none for a type of which only the name is known.</summary>
    public List<SchemaNode> AttributeSchemas { get; } = [];

    /// <summary>Every schema that declares relationships of it.</summary>
    public List<SchemaNode> RelationshipSchemas { get; } = [];

    /// <summary>The names that sparse fieldsets of this type take: attributes and relationships.</summary>
    public IEnumerable<string> FieldNames => Attributes.Keys.Concat(Relationships.Keys);
}
