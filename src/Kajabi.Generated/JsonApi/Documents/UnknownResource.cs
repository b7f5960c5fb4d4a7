namespace Kajabi.JsonApi;

/// <summary>A resource of a type that this version of the contract does not know, with everything that it holds kept.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class UnknownResource : Resource<JsonApiObject, RelationshipsObject>
{
    internal UnknownResource(string type)
    {
        DeclaredType = type;
    }

    internal override string DeclaredType { get; }
}
