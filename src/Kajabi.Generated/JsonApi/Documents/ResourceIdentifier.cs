namespace Kajabi.JsonApi;

/// <summary>A JSON:API resource identifier: it names one resource without carrying it.</summary>
/// <param name="Type">The resource type on the wire, such as <c>contact_tags</c>.</param>
/// <param name="Id">The id, a string even where it looks like a number.</param>
public readonly record struct ResourceIdentifier(
    [property: Newtonsoft.Json.JsonProperty("type"), System.Text.Json.Serialization.JsonPropertyName("type")] string Type,
    [property: Newtonsoft.Json.JsonProperty("id"), System.Text.Json.Serialization.JsonPropertyName("id")] string Id
)
{
    /// <summary>The identifier as <c>type/id</c>, for messages.</summary>
    /// <returns>For example <c>contacts/123</c>.</returns>
    public override string ToString() => $"{Type}/{Id}";
}
