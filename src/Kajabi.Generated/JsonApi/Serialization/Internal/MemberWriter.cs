using System.Globalization;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Writes the value of one member as JSON.</summary>
/// <param name="json">The destination.</param>
/// <param name="marks">How presence marks are written.</param>
internal sealed class MemberWriter(JsonOutput json, PresenceMarks marks = PresenceMarks.None)
{
    public JsonOutput Json => json;

    public PresenceMarks Marks => marks;

    /// <summary>
    /// Gets or sets whether a relationship in the written graph was assigned, so that resolving by type could select other
    /// resources when the graph is read again.
    /// </summary>
    public bool HasAssignedRelationships { get; set; }

    public void Write(string? value) => json.WriteValue(value);

    public void Write(bool? value)
    {
        if (value is { } boolean)
        {
            json.WriteValue(boolean);
        }
        else
        {
            json.WriteNull();
        }
    }

    public void Write(long? value)
    {
        if (value is { } number)
        {
            json.WriteValue(number);
        }
        else
        {
            json.WriteNull();
        }
    }

    public void Write(decimal? value)
    {
        if (value is { } number)
        {
            json.WriteValue(number);
        }
        else
        {
            json.WriteNull();
        }
    }

    public void Write(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteValue(time);
        }
        else
        {
            json.WriteNull();
        }
    }

    public void Write(DateOnly? value) => json.WriteValue(value?.ToString(Iso8601.DateFormat, CultureInfo.InvariantCulture));

    public void Write<TEnum>(TEnum? value)
        where TEnum : struct, IExtensibleEnum<TEnum> => json.WriteValue(value?.Value);

    /// <summary>Writes all members of a nested object, because JSON:API replaces complex attributes and does not merge them.</summary>
    public void Write(JsonApiObject? value)
    {
        if (value is null)
        {
            json.WriteNull();
        }
        else
        {
            value.WriteTo(this, JsonApiSerializationMode.Full);
        }
    }

    /// <summary>Writes a member of a document, resource or relationship; null is omitted.</summary>
    public void WriteIfAny(string name, JsonApiObject? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            Write(value);
        }
    }

    public void Write(IReadOnlyList<string>? values) => WriteList(values, static (writer, value) => writer.Write(value));

    public void Write(IReadOnlyList<JsonApiObject>? values) => WriteList(values, static (writer, value) => writer.Write(value));

    public void Write(IReadOnlyList<Resource> values, JsonApiSerializationMode mode = JsonApiSerializationMode.Full) =>
        WriteList(values, (writer, value) => value.WriteTo(writer, mode));

    private void WriteList<TItem>(IReadOnlyList<TItem>? values, Action<MemberWriter, TItem> write)
    {
        if (values is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartArray();
        foreach (TItem value in values)
        {
            write(this, value);
        }

        json.WriteEndArray();
    }
}
