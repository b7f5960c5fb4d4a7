using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>A JSON:API document with one resource. Nothing that a client sends in another form throws.</summary>
/// <param name="Attributes">The attributes; empty if there are none.</param>
/// <param name="Relationships">The relationships; empty if there are none.</param>
internal sealed record RequestDocument(JsonObject Attributes, JsonObject Relationships)
{
    /// <summary>Returns the document; null if the body is not a document with one resource of a type.</summary>
    public static RequestDocument? Parse(string type, JsonNode? body) =>
        (body as JsonObject)?["data"] is JsonObject data
        && GetText(data["type"]) == type
        && (data["attributes"] ?? new JsonObject()) is JsonObject attributes
        && (data["relationships"] ?? new JsonObject()) is JsonObject relationships
            ? new RequestDocument(attributes, relationships)
            : null;

    /// <summary>Returns a text; null for null and values of other types.</summary>
    public static string? GetText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Returns the id in a resource identifier; null if it is not one of a type.</summary>
    public static string? GetId(JsonNode? identifier, string type) =>
        identifier is JsonObject found && GetText(found["type"]) == type ? GetText(found["id"]) : null;

    /// <summary>Returns the id of a to-one relationship; null if it is missing or not an identifier of a type.</summary>
    public string? GetRelatedId(string relationship, string type) => GetId((Relationships[relationship] as JsonObject)?["data"], type);
}
