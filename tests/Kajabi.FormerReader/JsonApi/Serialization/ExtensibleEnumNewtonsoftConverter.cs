using System.ComponentModel;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>Converts an extensible enum to and from its string for Newtonsoft.Json.</summary>
/// <remarks>Newtonsoft.Json converts dictionary keys with the <see cref="ExtensibleEnumTypeConverter{TEnum}"/>.</remarks>
/// <typeparam name="TEnum">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)] // Referenced by the attributes of the types.
public sealed class ExtensibleEnumNewtonsoftConverter<TEnum> : JsonConverter
    where TEnum : struct, IParsable<TEnum>
{
    /// <inheritdoc />
    public override bool CanConvert(Type objectType) => objectType == typeof(TEnum) || objectType == typeof(TEnum?);

    /// <inheritdoc />
    /// <exception cref="JsonSerializationException">The JSON is not a string.</exception>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.TokenType switch
        {
            JsonToken.Null => objectType == typeof(TEnum) ? default(TEnum) : null,
            JsonToken.String => TEnum.Parse((string)reader.Value!, null),
            var other => throw new JsonSerializationException($"Expected a string as {typeof(TEnum).Name} and found {other}."),
        };
    }

    /// <inheritdoc />
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteValue(value?.ToString());
    }
}
