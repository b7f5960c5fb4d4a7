namespace Kajabi.JsonApi;

/// <summary>Base class of the generated resources, whose attributes and relationships are typed.</summary>
/// <typeparam name="TAttributes">The class of the attributes.</typeparam>
/// <typeparam name="TRelationships">The class of the relationships.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class Resource<TAttributes, TRelationships> : Resource
    where TAttributes : JsonApiObject, new()
    where TRelationships : RelationshipsObject, new()
{
    private TAttributes? _attributes;
    private TRelationships? _relationships;

    private protected Resource() { }

    /// <summary>
    /// Gets or sets the attributes. They know which members were received and which your code assigned; see <see cref="JsonApiObject"/>.
    /// </summary>
    public new TAttributes Attributes
    {
        get => LazyInitializer.EnsureInitialized(ref _attributes, static () => new TAttributes());
        set => _attributes = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets or sets the relationships, each with its state.</summary>
    public new TRelationships Relationships
    {
        get => LazyInitializer.EnsureInitialized(ref _relationships, static () => new TRelationships());
        set => _relationships = value ?? throw new ArgumentNullException(nameof(value));
    }

    private protected override JsonApiObject AttributesCore => Attributes;

    private protected override RelationshipsObject RelationshipsCore => Relationships;
}
