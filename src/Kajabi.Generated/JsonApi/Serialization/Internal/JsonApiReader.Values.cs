using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <content>
/// Reads the value of one member as its declared type. JSON of another type is read as null, and its raw value is stored in the
/// object, so that reading does not throw and no data is lost.
/// </content>
internal ref partial struct JsonApiReader
{
    /// <summary>Gets whether the last member left more than its value; see <see cref="TakeRemainder"/>.</summary>
    public readonly bool HasRemainder => _raw is not null || _child is not null;

    /// <summary>
    /// Returns and clears what the last member left besides its value: its raw JSON, if its type did not match or its text cannot be
    /// restored from the value, and the nested object.
    /// </summary>
    /// <param name="raw">The raw JSON; null if the value is enough.</param>
    /// <param name="child">The nested object; null for others.</param>
    public void TakeRemainder(out RawJson? raw, out JsonApiObject? child)
    {
        (raw, child) = (_raw, _child);
        (_raw, _child) = (null, null);
    }

    /// <summary>Gets the text of a string token.</summary>
    public readonly string GetText() => _json.ValueIsEscaped ? _json.GetString()! : _strings.Get(_json.ValueSpan);

    /// <summary>Returns the position of a string token in a list of names; -1 if the list does not contain it.</summary>
    public readonly int IndexOfText(Utf8NameTable names) =>
        _json.ValueIsEscaped ? names.IndexOf(_json.GetString()!) : names.IndexOf(_json.ValueSpan);

    public string? ReadString()
    {
        switch (Token)
        {
            case JsonTokenType.String:
                return GetText();
            case JsonTokenType.True or JsonTokenType.False:
                string flag = Token == JsonTokenType.True ? "true" : "false";
                StoreMismatch();
                return flag;
            case JsonTokenType.Number:
                // A number declared as a string (net_revenue) is read as its text and stays a number in the JSON.
                string text = Encoding.UTF8.GetString(_json.ValueSpan);
                StoreMismatch();
                return text;
            default:
                StoreMismatch();
                return null;
        }
    }

    public bool? ReadBoolean()
    {
        if (Token is JsonTokenType.True or JsonTokenType.False)
        {
            return Token == JsonTokenType.True;
        }

        StoreMismatch();
        return null;
    }

    public long? ReadInt64()
    {
        if (Token == JsonTokenType.Number)
        {
            ReadOnlySpan<byte> text = _json.ValueSpan;
            if (Utf8Parser.TryParse(text, out long whole, out int length) && length == text.Length)
            {
                if (whole == 0 && text[0] == (byte)'-')
                {
                    StoreRaw();
                }

                return whole;
            }

            if (
                JsonNumber.TryGetDecimal(text, out decimal number, out bool isExact)
                && isExact
                && decimal.IsInteger(number)
                && number is >= long.MinValue and <= long.MaxValue
            )
            {
                StoreRaw();
                return (long)number;
            }
        }

        StoreMismatch();
        return null;
    }

    public decimal? ReadDecimal()
    {
        if (Token == JsonTokenType.Number && JsonNumber.TryGetDecimal(_json.ValueSpan, out decimal number, out bool isExact))
        {
            if (!isExact || !JsonNumber.IsTextOf(_json.ValueSpan, number))
            {
                StoreRaw();
            }

            return number;
        }

        StoreMismatch();
        return null;
    }

    public DateTimeOffset? ReadDateTime()
    {
        if (Token == JsonTokenType.String)
        {
            if (Iso8601.TryParseCommon(_json.ValueSpan, out DateTimeOffset common))
            {
                return common;
            }

            if (Iso8601.TryParse(GetText(), out DateTimeOffset time, out bool isExact))
            {
                if (!isExact)
                {
                    StoreRaw();
                }

                return time;
            }
        }

        StoreMismatch();
        return null;
    }

    public DateOnly? ReadDate()
    {
        if (
            Token == JsonTokenType.String
            && DateOnly.TryParseExact(GetText(), Iso8601.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        )
        {
            return date;
        }

        StoreMismatch();
        return null;
    }

    public TEnum? ReadEnum<TEnum>()
        where TEnum : struct, IExtensibleEnum<TEnum>
    {
        if (ReadString() is not { } value)
        {
            return null;
        }

        if (Drift is not null && !TEnum.IsListed(value))
        {
            Report(ContractDriftKind.UnknownEnumValue, _member, value);
        }

        return TEnum.Create(value);
    }

    public TObject? ReadObject<TObject>()
        where TObject : JsonApiObject, new()
    {
        if (Token != JsonTokenType.StartObject)
        {
            StoreMismatch();
            return null;
        }

        TObject value = JsonApiObject.Read<TObject>(ref this);
        _child = value;
        return value;
    }

    public JsonApiObject? ReadJsonApiObject() => ReadObject<JsonApiObject>();

    public IReadOnlyList<string>? ReadStringList() =>
        ReadList(JsonTokenType.String, static (scoped ref JsonApiReader item) => item.GetText());

    public IReadOnlyList<TObject>? ReadObjectList<TObject>()
        where TObject : JsonApiObject, new() =>
        ReadList(JsonTokenType.StartObject, static (scoped ref JsonApiReader item) => JsonApiObject.Read<TObject>(ref item));

    private delegate TItem ItemReader<out TItem>(scoped ref JsonApiReader reader);

    /// <summary>Reads a list whose items all have the same JSON type; a list with others is stored as raw JSON.</summary>
    private List<TItem>? ReadList<TItem>(JsonTokenType itemType, ItemReader<TItem> read)
    {
        if (Token != JsonTokenType.StartArray)
        {
            StoreMismatch();
            return null;
        }

        RawJson list = Load();
        if (!list.HasItemsOf(itemType))
        {
            Report(ContractDriftKind.TypeMismatch, name: null);
            _raw = list;
            return null;
        }

        List<TItem> items = [];
        JsonApiReader reader = new(list, this);
        reader.Advance();
        while (reader.NextItem())
        {
            Document.Path.Enter(items.Count);
            items.Add(read(ref reader));
            Document.Path.Leave();
        }

        return items;
    }

    private void StoreMismatch()
    {
        // Every member can be null.
        if (Token == JsonTokenType.Null)
        {
            return;
        }

        // The path of an object or a list already contains its name.
        ReportTypeMismatch(Token is JsonTokenType.StartObject or JsonTokenType.StartArray ? null : _member);
        StoreRaw();
    }

    private void StoreRaw() => _raw = Load();
}
