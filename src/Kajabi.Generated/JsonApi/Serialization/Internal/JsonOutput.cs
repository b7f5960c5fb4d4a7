using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>The destination of JSON: UTF-8, or a writer of Newtonsoft.Json.</summary>
internal abstract class JsonOutput
{
    public abstract void WriteStartObject();

    public abstract void WriteEndObject();

    public abstract void WriteStartArray();

    public abstract void WriteEndArray();

    public abstract void WritePropertyName(string name);

    public abstract void WriteNull();

    public abstract void WriteValue(string? value);

    public abstract void WriteValue(bool value);

    public abstract void WriteValue(long value);

    /// <summary>Writes a number with a decimal point, so that readers do not take it for an integer.</summary>
    public abstract void WriteValue(decimal value);

    public abstract void WriteValue(DateTimeOffset value);

    public void WriteMember(string name, string? value)
    {
        WritePropertyName(name);
        WriteValue(value);
    }

    public void WriteMember(string name, bool value)
    {
        WritePropertyName(name);
        WriteValue(value);
    }

    /// <summary>Writes received JSON with the format of the destination, but numbers with their received text.</summary>
    public abstract void WriteRaw(RawJson json);

    /// <summary>Writes a token of the application.</summary>
    public abstract void WriteToken(JToken token);
}
