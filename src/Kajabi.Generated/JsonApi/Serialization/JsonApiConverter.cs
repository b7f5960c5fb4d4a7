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
            return Read(objectType, reader);
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
        JsonApiValue.Write(new TokenOutput(writer), value);
    }

    private static object Read(Type type, JsonReader reader)
    {
        (reader.DateParseHandling, reader.FloatParseHandling) = (DateParseHandling.None, FloatParseHandling.Decimal);
        JsonReader source = reader;
        if (reader is not JsonTextReader)
        {
            // Other readers contain parsed values, or ignore the settings for parsing.
            source = new JTokenReader(ParsedToken.Normalize(JToken.ReadFrom(reader)));
            source.MaxDepth = reader.MaxDepth;
            source.Read();
        }

        return JsonApiSerializer.Deserialize(
            type,
            () => new TokenInput(source),
            reader.MaxDepth ?? int.MaxValue,
            marks: JsonApiValue.GetDefaultMarks(type)
        );
    }
}
