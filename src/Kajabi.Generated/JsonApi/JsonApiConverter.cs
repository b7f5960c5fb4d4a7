using Newtonsoft.Json;

namespace Kajabi;

/// <summary>
/// Lets <see cref="JsonConvert"/> and any Newtonsoft serializer read and write documents, resources and
/// attributes in their JSON:API form. It writes everything that was received or assigned.
/// </summary>
public sealed class JsonApiConverter : JsonConverter
{
    /// <inheritdoc />
    public override bool CanConvert(Type objectType) =>
        typeof(Document).IsAssignableFrom(objectType)
        || typeof(Resource).IsAssignableFrom(objectType)
        || typeof(OpenObject).IsAssignableFrom(objectType);

    /// <inheritdoc />
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        (DateParseHandling dates, FloatParseHandling floats) = (reader.DateParseHandling, reader.FloatParseHandling);
        try
        {
            return JsonApiSerializer.ReadValue(objectType, new JsonCursor(reader));
        }
        finally
        {
            (reader.DateParseHandling, reader.FloatParseHandling) = (dates, floats);
        }
    }

    /// <inheritdoc />
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        JsonApiSerializer.WriteValue(new MemberWriter(writer), value, JsonApiWriteMode.Everything);
}
