using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Writes to a writer of Newtonsoft.Json, whose settings apply.</summary>
/// <param name="json">The writer.</param>
internal sealed class TokenOutput(JsonWriter json) : JsonOutput
{
    public override void WriteStartObject() => json.WriteStartObject();

    public override void WriteEndObject() => json.WriteEndObject();

    public override void WriteStartArray() => json.WriteStartArray();

    public override void WriteEndArray() => json.WriteEndArray();

    public override void WritePropertyName(string name) => json.WritePropertyName(name);

    public override void WriteNull() => json.WriteNull();

    public override void WriteValue(string? value) => json.WriteValue(value);

    public override void WriteValue(bool value) => json.WriteValue(value);

    public override void WriteValue(long value) => json.WriteValue(value);

    public override void WriteValue(decimal value) => json.WriteValue(value);

    public override void WriteValue(DateTimeOffset value) => json.WriteValue(Iso8601.Format(value));

    // Other writers than those of text have their own formats, so they receive values.
    public override void WriteRaw(RawJson received) => WriteToken(json is JsonTextWriter ? received.ToTextToken() : received.ToToken());

    public override void WriteToken(JToken token) => token.WriteTo(json);
}
