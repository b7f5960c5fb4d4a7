using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>JSON as it was received, which is converted to a token only if the application reads it.</summary>
/// <param name="utf8">The strict JSON of one value.</param>
/// <param name="firstToken">The number of its first token in the text that contained it.</param>
internal sealed class RawJson(byte[] utf8, long firstToken = 1)
{
    /// <summary>The maximum nesting depth of JSON that was already read with another limit.</summary>
    public const int MaxDepth = 100_000;

    private delegate JValue NumberFactory(ReadOnlySpan<byte> text);

    private static readonly JsonReaderOptions s_options = new() { MaxDepth = MaxDepth };

    public ReadOnlySpan<byte> Utf8 => utf8;

    public long FirstToken => firstToken;

    public bool IsNumber => utf8 is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..];

    public bool IsNull => utf8 is [(byte)'n', ..];

    /// <summary>Converts a token of the application, such as an assigned value.</summary>
    public static RawJson From(JToken token)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter utf8 = new(bytes, new JsonWriterOptions { MaxDepth = MaxDepth }))
        {
            using Utf8TokenWriter json = new(utf8);
            token.WriteTo(json);
        }

        return new RawJson(bytes.ToArray());
    }

    /// <summary>Creates a token. Of members with the same name, the last value counts.</summary>
    public JToken ToToken() => ToToken(static number => new JValue(JsonNumber.GetValue(number)));

    /// <summary>Creates a token for a writer of text, whose numbers have the received text.</summary>
    public JToken ToTextToken() => ToToken(static number => new JRaw(Encoding.UTF8.GetString(number)));

    /// <summary>Returns whether all items of a list have a JSON type.</summary>
    public bool HasItemsOf(JsonTokenType type)
    {
        Utf8JsonReader reader = new(utf8, s_options);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != type)
            {
                return false;
            }

            reader.Skip();
        }

        return true;
    }

    /// <summary>Throws if a string cannot be decoded, because that must fail while the document is read.</summary>
    /// <exception cref="InvalidOperationException">The text is not UTF-8, or an escape is half of a surrogate pair.</exception>
    public void ThrowIfInvalidText()
    {
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw new InvalidOperationException("The text is not UTF-8.");
        }

        if (utf8.AsSpan().IndexOf("\\u"u8) < 0)
        {
            return;
        }

        Utf8JsonReader reader = new(utf8, s_options);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    private JToken ToToken(NumberFactory createNumber)
    {
        Utf8JsonReader reader = new(utf8, s_options);
        Stack<JContainer> parents = [];
        JToken? root = null;
        string name = string.Empty;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    parents.Pop();
                    continue;
                default:
                    break;
            }

            JToken token = Create(in reader, createNumber);
            root ??= token;
            if (parents.TryPeek(out JContainer? parent))
            {
                Add(parent, name, token);
            }

            if (token is JContainer container)
            {
                parents.Push(container);
            }
        }

        return root!;
    }

    private static JToken Create(in Utf8JsonReader reader, NumberFactory createNumber) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => new JObject(),
            JsonTokenType.StartArray => new JArray(),
            JsonTokenType.String => new JValue(reader.GetString()),
            JsonTokenType.Number => createNumber(reader.ValueSpan),
            JsonTokenType.True or JsonTokenType.False => new JValue(reader.TokenType == JsonTokenType.True),
            _ => JValue.CreateNull(),
        };

    private static void Add(JContainer parent, string name, JToken token)
    {
        if (parent is JObject members)
        {
            members[name] = token;
        }
        else
        {
            ((JArray)parent).Add(token);
        }
    }
}
