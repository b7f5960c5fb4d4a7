using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Writes UTF-8 with the settings of a <see cref="Utf8JsonWriter"/>.</summary>
/// <param name="json">The writer.</param>
/// <param name="flushes">Whether to pass the JSON on in pieces, so that a large document is not collected in memory.</param>
internal sealed class Utf8Output(Utf8JsonWriter json, bool flushes = false) : JsonOutput
{
    private const int PieceSize = 16 * 1024;

    // The longest decimal has 29 digits, a sign and a point.
    private const int MaxNumberLength = 32;

    /// <summary>The options of the SDK's own writers. The callers write correct JSON, so that it is not checked again.</summary>
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Encoder = MinimalJsonEncoder.Instance,
            MaxDepth = RawJson.MaxDepth,
            SkipValidation = true,
        };

    public override void WriteStartObject() => json.WriteStartObject();

    public override void WriteEndObject()
    {
        json.WriteEndObject();
        if (flushes && json.BytesPending > PieceSize)
        {
            json.Flush();
        }
    }

    public override void WriteStartArray() => json.WriteStartArray();

    public override void WriteEndArray() => json.WriteEndArray();

    public override void WritePropertyName(string name) => json.WritePropertyName(name);

    public override void WriteNull() => json.WriteNullValue();

    public override void WriteValue(string? value) => json.WriteStringValue(value);

    public override void WriteValue(bool value) => json.WriteBooleanValue(value);

    public override void WriteValue(long value) => json.WriteNumberValue(value);

    public override void WriteValue(decimal value)
    {
        Span<byte> text = stackalloc byte[MaxNumberLength];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        if (text[..length].IndexOf((byte)'.') < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    public override void WriteValue(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[Iso8601.MaxTextLength];
        Iso8601.TryFormat(value, text, out int length);
        json.WriteStringValue(text[..length]);
    }

    public override void WriteRaw(RawJson received)
    {
        if (received.IsNumber)
        {
            json.WriteRawValue(received.Utf8, skipInputValidation: true);
        }
        else
        {
            WriteToken(received.ToTextToken());
        }
    }

    public override void WriteToken(JToken token)
    {
        using Utf8TokenWriter writer = new(json);
        token.WriteTo(writer);
    }
}
