namespace Kajabi.JsonApi;

/// <summary>A JSON:API resource identifier: the type and id of a resource.</summary>
/// <param name="Type">The resource type, such as <c>contact_tags</c>.</param>
/// <param name="Id">The id, always a string.</param>
public readonly record struct ResourceIdentifier(
    [property: Newtonsoft.Json.JsonProperty("type"), System.Text.Json.Serialization.JsonPropertyName("type")] string Type,
    [property: Newtonsoft.Json.JsonProperty("id"), System.Text.Json.Serialization.JsonPropertyName("id")] string Id
)
{
    /// <summary>Returns the identifier as <c>type/id</c>.</summary>
    /// <returns>For example <c>contacts/123</c>.</returns>
    public override string ToString() => $"{Type}/{Id}";
}
