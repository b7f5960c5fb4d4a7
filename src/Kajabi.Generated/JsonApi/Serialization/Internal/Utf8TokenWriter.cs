using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Forwards JSON tokens to a <see cref="Utf8JsonWriter"/>, whose settings apply. Numbers keep their text.</summary>
internal sealed class Utf8TokenWriter : JsonWriter
{
    private readonly Utf8JsonWriter _writer;

    public Utf8TokenWriter(Utf8JsonWriter writer)
    {
        _writer = writer;
        AutoCompleteOnClose = false;
    }

    public override void Flush() { }

    public override void WriteStartObject()
    {
        base.WriteStartObject();
        _writer.WriteStartObject();
    }

    public override void WriteStartArray()
    {
        base.WriteStartArray();
        _writer.WriteStartArray();
    }

    public override void WritePropertyName(string name)
    {
        base.WritePropertyName(name);
        _writer.WritePropertyName(name);
    }

    public override void WriteNull()
    {
        base.WriteNull();
        _writer.WriteNullValue();
    }

    public override void WriteValue(string? value)
    {
        base.WriteValue(value);
        _writer.WriteStringValue(value);
    }

    public override void WriteValue(bool value)
    {
        base.WriteValue(value);
        _writer.WriteBooleanValue(value);
    }

    public override void WriteUndefined() => WriteNull();

    // JSON has no comments; null where the comment is in the place of a value.
    public override void WriteComment(string? text)
    {
        if (WriteState is WriteState.Start or WriteState.Property)
        {
            WriteNull();
        }
    }

    public override void WriteRawValue(string? json)
    {
        base.WriteRawValue(json);
        _writer.WriteRawValue(json ?? "null");
    }

    public override void WriteStartConstructor(string name) =>
        throw new NotSupportedException("JSON has no constructors. Assign a JSON value.");

    // Every number type must be overridden: the base class would write a name without a value.
    public override void WriteValue(int value) => WriteValue((long)value);

    public override void WriteValue(uint value) => WriteValue((long)value);

    public override void WriteValue(short value) => WriteValue((long)value);

    public override void WriteValue(ushort value) => WriteValue((long)value);

    public override void WriteValue(byte value) => WriteValue((long)value);

    public override void WriteValue(sbyte value) => WriteValue((long)value);

    public override void WriteValue(char value) => WriteValue(value.ToString());

    public override void WriteValue(ulong value)
    {
        SetWriteState(JsonToken.Integer, value);
        WriteNumber(JsonConvert.ToString(value));
    }

    public override void WriteValue(float value)
    {
        if (float.IsFinite(value))
        {
            SetWriteState(JsonToken.Float, value);
            WriteNumber(JsonConvert.ToString(value));
        }
        else
        {
            WriteValue((double)value);
        }
    }

    public override void WriteValue(long value)
    {
        base.WriteValue(value);
        WriteNumber(JsonConvert.ToString(value));
    }

    public override void WriteValue(decimal value)
    {
        base.WriteValue(value);
        WriteNumber(JsonConvert.ToString(value));
    }

    public override void WriteValue(double value)
    {
        base.WriteValue(value);
        if (double.IsFinite(value))
        {
            WriteNumber(JsonConvert.ToString(value));
        }
        else
        {
            _writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public override void WriteValue(object? value)
    {
        if (value is BigInteger number)
        {
            SetWriteState(JsonToken.Integer, number);
            WriteNumber(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            base.WriteValue(value);
        }
    }

    // The value types of a JToken that are not JSON types.
    public override void WriteValue(DateTime value) => WriteText(JsonConvert.ToString(value));

    public override void WriteValue(DateTimeOffset value) => WriteText(JsonConvert.ToString(value));

    public override void WriteValue(byte[]? value) => WriteValue(value is null ? null : Convert.ToBase64String(value));

    public override void WriteValue(Guid value) => WriteValue(value.ToString());

    public override void WriteValue(TimeSpan value) => WriteValue(value.ToString());

    public override void WriteValue(Uri? value) => WriteValue(value?.OriginalString);

    protected override void WriteEnd(JsonToken token)
    {
        if (token == JsonToken.EndArray)
        {
            _writer.WriteEndArray();
        }
        else
        {
            _writer.WriteEndObject();
        }
    }

    private void WriteNumber(string text) => _writer.WriteRawValue(text, skipInputValidation: true);

    private void WriteText(string quoted) => WriteValue(quoted.Trim('"'));
}
