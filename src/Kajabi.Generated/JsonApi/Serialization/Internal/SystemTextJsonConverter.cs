using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Adapts the JSON:API reader and writer to System.Text.Json.</summary>
/// <typeparam name="TBase">The base class of the converted type.</typeparam>
/// <param name="type">The converted type.</param>
internal sealed class SystemTextJsonConverter<TBase>(Type type) : JsonConverter<TBase>
    where TBase : class
{
    public override bool CanConvert(Type typeToConvert) => typeof(TBase).IsAssignableFrom(typeToConvert);

    public override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        string text = json.RootElement.GetRawText();
        int maxDepth = options.MaxDepth == 0 ? JsonApiSerializer.MaxDepth : options.MaxDepth;
        try
        {
            return (TBase)
                JsonApiSerializer.Deserialize(
                    type,
                    () => new TextInput(() => new StringReader(text)),
                    maxDepth,
                    marks: JsonApiValue.GetDefaultMarks(type)
                );
        }
        catch (KajabiSerializationException exception)
        {
            // The exception that callers of serializers expect; web frameworks respond to it with 400.
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options) =>
        JsonApiValue.Write(new Utf8Output(writer), value);
}
