using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kajabi.JsonApi;

/// <summary>
/// Converts documents, resources, attributes objects, relationships, links, meta and webhook events for System.Text.Json. The types
/// have this converter as an attribute, so no registration is needed.
/// </summary>
/// <remarks>
/// All received and assigned members are written. The members of an attributes object on its own count as assigned when it is read.
/// </remarks>
/// <seealso cref="JsonApiConverter"/>
public sealed class JsonApiConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return JsonApiValue.IsSupported(typeToConvert);
    }

    /// <inheritdoc />
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert switch
        {
            _ when typeof(Document).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<Document>(typeToConvert),
            _ when typeof(Resource).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<Resource>(typeToConvert),
            _ when typeof(JsonApiObject).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<JsonApiObject>(typeToConvert),
            _ when typeof(RelationshipsObject).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<RelationshipsObject>(
                typeToConvert
            ),
            _ when typeof(Relationship).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<Relationship>(typeToConvert),
            _ when typeof(WebhookEvent).IsAssignableFrom(typeToConvert) => new SystemTextJsonConverter<WebhookEvent>(typeToConvert),
            _ => null,
        };
}
