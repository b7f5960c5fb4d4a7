using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// Converts documents, resources, attributes objects, relationships, links, meta and webhook events for Newtonsoft.Json, from text
/// and from <see cref="JToken"/>. The types have this converter as an attribute, so no registration is needed.
/// </summary>
/// <remarks>
/// All received and assigned members are written. The members of an attributes object on its own count as assigned when it is read.
/// </remarks>
/// <seealso cref="JsonApiConverterFactory"/>
public sealed class JsonApiConverter : JsonConverter
{
    /// <inheritdoc />
    public override bool CanConvert(Type objectType)
    {
        ArgumentNullException.ThrowIfNull(objectType);
        return JsonApiValue.IsSupported(objectType);
    }

    /// <inheritdoc />
    /// <exception cref="JsonSerializationException">The JSON does not match the type. The message contains the location.</exception>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(objectType);
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        (DateParseHandling dates, FloatParseHandling floats) = (reader.DateParseHandling, reader.FloatParseHandling);
        try
        {
            return JsonApiValue.Read(objectType, CreateTokenReader(reader, JsonApiValue.GetDefaultMarks(objectType)));
        }
        catch (KajabiSerializationException exception)
        {
            // The exception that callers of serializers expect; MVC responds to it with 400.
            throw new JsonSerializationException(exception.Message, exception);
        }
        finally
        {
            (reader.DateParseHandling, reader.FloatParseHandling) = (dates, floats);
        }
    }

    /// <inheritdoc />
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonApiValue.Write(writer, value);
    }

    private static JsonTokenReader CreateTokenReader(JsonReader reader, PresenceMarks marks)
    {
        if (reader is JsonTextReader)
        {
            return new JsonTokenReader(reader) { Marks = marks };
        }

        // Other readers contain parsed values, or ignore the settings for parsing.
        JsonTokenReader cursor = new(new JTokenReader(ParsedToken.Normalize(JToken.ReadFrom(reader)))) { Marks = marks };
        cursor.Advance();
        return cursor;
    }
}
