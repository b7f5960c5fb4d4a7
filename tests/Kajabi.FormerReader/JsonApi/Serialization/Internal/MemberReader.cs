using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads the value of one member as its declared type. JSON of another type is read as null, and its raw value is stored in the
/// object, so that reading does not throw and no data is lost.
/// </summary>
/// <param name="cursor">The position in the document.</param>
/// <param name="linked">Collects the relationships with linkage, to be resolved after the document is read.</param>
internal sealed class MemberReader(JsonTokenReader cursor, List<Relationship>? linked = null)
{
    // Larger integers are not exact as a double.
    private const double MaxExactInteger = 1L << 53;

    private JToken? _mismatchedValue;
    private JsonApiObject? _child;

    public JsonTokenReader Cursor => cursor;

    public List<Relationship> Linked { get; } = linked ?? [];

    /// <summary>
    /// Gets or sets the related resources that were serialized with relationships outside a resource; null if there are none.
    /// </summary>
    public JToken? RelatedResources { get; set; }

    /// <summary>Returns and clears the raw value of the last member if its type did not match, or not exactly.</summary>
    public bool TryTakeMismatchedValue([NotNullWhen(true)] out JToken? mismatched)
    {
        mismatched = _mismatchedValue;
        _mismatchedValue = null;
        return mismatched is not null;
    }

    /// <summary>Returns and clears the nested object that was read as the last member.</summary>
    public bool TryTakeChild([NotNullWhen(true)] out JsonApiObject? child)
    {
        child = _child;
        _child = null;
        return child is not null;
    }

    public string? ReadString()
    {
        switch (cursor.Token)
        {
            case JsonToken.String:
                return (string)cursor.Value!;
            case JsonToken.Boolean:
                return StoreMismatchedValue() is { } flag && flag.Value<bool>() ? "true" : "false";
            case JsonToken.Integer or JsonToken.Float:
                // A number declared as a string (net_revenue) is read as its digits and stays a number in the JSON.
                return Convert.ToString(((JValue)StoreMismatchedValue()!).Value, CultureInfo.InvariantCulture);
            default:
                StoreMismatchedValue();
                return null;
        }
    }

    public bool? ReadBoolean()
    {
        if (cursor.Token == JsonToken.Boolean)
        {
            return (bool)cursor.Value!;
        }

        StoreMismatchedValue();
        return null;
    }

    public long? ReadInt64()
    {
        switch (cursor.Value)
        {
            case long whole when cursor.Token == JsonToken.Integer:
                return whole;
            case decimal number
                when cursor.Token == JsonToken.Float && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue:
                StoreRawValue();
                return (long)number;
            case double number when double.IsInteger(number) && Math.Abs(number) < MaxExactInteger:
                StoreRawValue();
                return (long)number;
            default:
                StoreMismatchedValue();
                return null;
        }
    }

    public decimal? ReadDecimal()
    {
        switch (cursor.Value)
        {
            case decimal number when cursor.Token == JsonToken.Float:
                return number;
            case long whole when cursor.Token == JsonToken.Integer:
                StoreRawValue();
                return whole;
            case double number when Math.Abs(number) < (double)decimal.MaxValue:
                // A JToken of another parser contains numbers as double.
                StoreRawValue();
                return (decimal)number;
            case BigInteger when cursor.Token == JsonToken.Integer:
            default:
                StoreMismatchedValue();
                return null;
        }
    }

    public DateTimeOffset? ReadDateTime()
    {
        if (cursor.Token == JsonToken.String && Iso8601.TryParse((string)cursor.Value!, out DateTimeOffset time, out bool exact))
        {
            if (!exact)
            {
                StoreRawValue();
            }

            return time;
        }

        StoreMismatchedValue();
        return null;
    }

    public DateOnly? ReadDate()
    {
        if (
            cursor.Token == JsonToken.String
            && DateOnly.TryParseExact(
                (string)cursor.Value!,
                Iso8601.DateFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return date;
        }

        StoreMismatchedValue();
        return null;
    }

    public TEnum? ReadEnum<TEnum>()
        where TEnum : struct, IExtensibleEnum<TEnum>
    {
        if (ReadString() is not { } value)
        {
            return null;
        }

        if (cursor.Drift is { } drift && !TEnum.IsListed(value))
        {
            drift.Add(ContractDriftKind.UnknownEnumValue, cursor, value);
        }

        return TEnum.Create(value);
    }

    public TObject? ReadObject<TObject>()
        where TObject : JsonApiObject, new()
    {
        if (cursor.Token != JsonToken.StartObject)
        {
            StoreMismatchedValue();
            return null;
        }

        TObject value = JsonApiObject.Read<TObject>(this);
        _child = value;
        return value;
    }

    public JsonApiObject? ReadJsonApiObject() => ReadObject<JsonApiObject>();

    public IReadOnlyList<string>? ReadStringList()
    {
        if (cursor.Token == JsonToken.StartArray)
        {
            JToken array = cursor.Load();
            if (array.All(static item => item.Type == JTokenType.String))
            {
                return [.. array.Select(static item => (string)item!)];
            }

            StoreMismatchedValue(array);
            return null;
        }

        StoreMismatchedValue();
        return null;
    }

    public IReadOnlyList<TObject>? ReadObjectList<TObject>()
        where TObject : JsonApiObject, new()
    {
        if (cursor.Token == JsonToken.StartArray)
        {
            JToken array = cursor.Load();
            if (array.All(static item => item.Type == JTokenType.Object))
            {
                return [.. ReadItems<TObject>(array)];
            }

            StoreMismatchedValue(array);
            return null;
        }

        StoreMismatchedValue();
        return null;
    }

    private IEnumerable<TObject> ReadItems<TObject>(JToken list)
        where TObject : JsonApiObject, new()
    {
        JsonTokenReader items = new(new JTokenReader(list), cursor);
        MemberReader reader = new(items);
        items.Advance();
        while (items.NextItem())
        {
            yield return JsonApiObject.Read<TObject>(reader);
        }
    }

    /// <summary>Stores JSON of another type than declared.</summary>
    private JToken? StoreMismatchedValue()
    {
        cursor.Drift?.AddTypeMismatch(cursor);
        return StoreRawValue();
    }

    /// <summary>Stores a loaded list with an item of another type than declared.</summary>
    private void StoreMismatchedValue(JToken list)
    {
        cursor.Drift?.AddTypeMismatch(cursor);
        _mismatchedValue = list;
    }

    /// <summary>Stores the JSON at the cursor. Every member can be null, so null is not stored.</summary>
    private JToken? StoreRawValue()
    {
        if (cursor.Token is JsonToken.Null)
        {
            return null;
        }

        _mismatchedValue = cursor.Load();
        return _mismatchedValue;
    }
}
