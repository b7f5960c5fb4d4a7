using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads the value of one member as its declared type. JSON that does not fit reads as null and is handed to
/// the object as it stood, so that nothing throws and nothing is lost.
/// </summary>
/// <param name="cursor">Where the document stands.</param>
/// <param name="linked">Collects the relationships with linkage, to be resolved when the document is read.</param>
internal sealed class MemberReader(JsonTokenReader cursor, List<Relationship>? linked = null)
{
    // From here on, not every whole number is a double.
    private const double MaxExactInteger = 1L << 53;

    private JToken? _misfit;
    private JsonApiObject? _child;

    public JsonTokenReader Cursor => cursor;

    public List<Relationship> Linked { get; } = linked ?? [];

    /// <summary>The related resources that were stored beside relationships outside a resource; null if there are none.</summary>
    public JToken? RelatedResources { get; set; }

    /// <summary>Takes what did not fit, or did not fit exactly, while the last member was read.</summary>
    public bool TryTakeMismatchedValue([NotNullWhen(true)] out JToken? mismatched)
    {
        mismatched = _misfit;
        _misfit = null;
        return mismatched is not null;
    }

    /// <summary>Takes the nested object that was read as the last member, if it was one.</summary>
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
                return KeepMismatchedValue() is { } flag && flag.Value<bool>() ? "true" : "false";
            case JsonToken.Integer or JsonToken.Float:
                // A number where the contract says string (net_revenue) reads as its digits and stays a number.
                return Convert.ToString(((JValue)KeepMismatchedValue()!).Value, CultureInfo.InvariantCulture);
            default:
                KeepMismatchedValue();
                return null;
        }
    }

    public bool? ReadBoolean()
    {
        if (cursor.Token == JsonToken.Boolean)
        {
            return (bool)cursor.Value!;
        }

        KeepMismatchedValue();
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
                Keep();
                return (long)number;
            case double number when double.IsInteger(number) && Math.Abs(number) < MaxExactInteger:
                Keep();
                return (long)number;
            default:
                KeepMismatchedValue();
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
                Keep();
                return whole;
            case double number when Math.Abs(number) < (double)decimal.MaxValue:
                // A JToken that was parsed elsewhere holds its numbers as double.
                Keep();
                return (decimal)number;
            case BigInteger when cursor.Token == JsonToken.Integer:
            default:
                KeepMismatchedValue();
                return null;
        }
    }

    public DateTimeOffset? ReadDateTime()
    {
        if (cursor.Token == JsonToken.String && Iso8601.TryParse((string)cursor.Value!, out DateTimeOffset time, out bool exact))
        {
            if (!exact)
            {
                Keep();
            }

            return time;
        }

        KeepMismatchedValue();
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

        KeepMismatchedValue();
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
            KeepMismatchedValue();
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

            KeepMismatchedValue(array);
            return null;
        }

        KeepMismatchedValue();
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

            KeepMismatchedValue(array);
            return null;
        }

        KeepMismatchedValue();
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

    /// <summary>Keeps JSON of another type than declared.</summary>
    private JToken? KeepMismatchedValue()
    {
        cursor.Drift?.AddOtherType(cursor);
        return Keep();
    }

    /// <summary>Keeps a list, read already, of which an item is of another type than declared.</summary>
    private void KeepMismatchedValue(JToken list)
    {
        cursor.Drift?.AddOtherType(cursor);
        _misfit = list;
    }

    /// <summary>Keeps the JSON at the cursor; null needs no keeping, because every member can be null.</summary>
    private JToken? Keep()
    {
        if (cursor.Token is JsonToken.Null)
        {
            return null;
        }

        _misfit = cursor.Load();
        return _misfit;
    }
}
