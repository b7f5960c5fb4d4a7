namespace Kajabi.JsonApi;

/// <summary>A resource of a type that the OpenAPI document does not declare. All its members are stored.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class UnknownResource : Resource<JsonApiObject, RelationshipsObject>
{
    internal UnknownResource(string type)
    {
        DeclaredType = type;
    }

    internal override string DeclaredType { get; }

    private protected override JsonApiObject CreateAttributes() => new();

    private protected override RelationshipsObject CreateRelationships() => new();
}
