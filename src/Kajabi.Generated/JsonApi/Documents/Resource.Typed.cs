namespace Kajabi.JsonApi;

/// <summary>Base class of the generated resources, whose attributes and relationships are typed.</summary>
/// <typeparam name="TAttributes">The class of the attributes.</typeparam>
/// <typeparam name="TRelationships">The class of the relationships.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class Resource<TAttributes, TRelationships> : Resource
    where TAttributes : JsonApiObject
    where TRelationships : RelationshipsObject
{
    private TAttributes? _attributes;
    private TRelationships? _relationships;

    private protected Resource() { }

    /// <summary>
    /// Gets or sets the attributes. They know which members were received and which your code assigned; see <see cref="JsonApiObject"/>.
    /// </summary>
    public new TAttributes Attributes
    {
        get => _attributes ?? Interlocked.CompareExchange(ref _attributes, CreateAttributes(), null) ?? _attributes!;
        set => _attributes = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets or sets the relationships, each with its state.</summary>
    public new TRelationships Relationships
    {
        get => _relationships ?? Interlocked.CompareExchange(ref _relationships, CreateRelationships(), null) ?? _relationships!;
        set => _relationships = value ?? throw new ArgumentNullException(nameof(value));
    }

    private protected abstract TAttributes CreateAttributes();

    private protected abstract TRelationships CreateRelationships();

    private protected override JsonApiObject AttributesCore => Attributes;

    private protected override RelationshipsObject RelationshipsCore => Relationships;

    private protected override JsonApiObject AttributesToRead => _attributes ??= CreateAttributes();

    private protected override RelationshipsObject RelationshipsToRead => _relationships ??= CreateRelationships();
}
