using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kajabi.JsonApi;

/// <summary>Converts an extensible enum to and from its string for System.Text.Json, as a value or a dictionary key.</summary>
/// <typeparam name="TEnum">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)] // Referenced by the attributes of the types.
public sealed class ExtensibleEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, IParsable<TEnum>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => TEnum.Parse(reader.GetString()!, null),
            var other => throw new JsonException($"Expected a string as {typeof(TEnum).Name} and found {other}."),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc />
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TEnum.Parse(reader.GetString()!, null);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(
            value.ToString() ?? throw new JsonException($"A {typeof(TEnum).Name} without a value cannot be a dictionary key.")
        );
    }
}
