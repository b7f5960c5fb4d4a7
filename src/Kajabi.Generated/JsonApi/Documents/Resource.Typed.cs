namespace Kajabi.JsonApi;

/// <summary>A resource whose attributes and relationships have classes of their own; every generated resource is one.</summary>
/// <typeparam name="TAttributes">The class of its attributes.</typeparam>
/// <typeparam name="TRelationships">The class of its relationships.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class Resource<TAttributes, TRelationships> : Resource
    where TAttributes : JsonApiObject, new()
    where TRelationships : RelationshipsObject, new()
{
    private TAttributes? _attributes;
    private TRelationships? _relationships;

    private protected Resource() { }

    /// <summary>The attributes. Which were sent and which were assigned is remembered; see <see cref="JsonApiObject"/>.</summary>
    public new TAttributes Attributes
    {
        get => LazyInitializer.EnsureInitialized(ref _attributes, static () => new TAttributes());
        set => _attributes = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The relationships, each with its state.</summary>
    public new TRelationships Relationships
    {
        get => LazyInitializer.EnsureInitialized(ref _relationships, static () => new TRelationships());
        set => _relationships = value ?? throw new ArgumentNullException(nameof(value));
    }

    private protected override JsonApiObject AttributesCore => Attributes;

    private protected override RelationshipsObject RelationshipsCore => Relationships;
}
