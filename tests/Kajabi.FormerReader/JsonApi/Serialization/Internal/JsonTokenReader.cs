using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads JSON tokens forward-only, skips comments, and adds the location to error messages.</summary>
internal sealed class JsonTokenReader
{
    private readonly JsonReader _reader;
    private readonly JsonTokenReader? _parent;
    private readonly string? _memberOfParent;

    /// <param name="reader">The JSON.</param>
    /// <param name="parent">The reader that the JSON was loaded from; null for a separate text.</param>
    /// <param name="memberOfParent">The name of the loaded member, if <paramref name="parent"/> is at the object that contains it.</param>
    public JsonTokenReader(JsonReader reader, JsonTokenReader? parent = null, string? memberOfParent = null)
    {
        (Drift, Marks, _parent, _memberOfParent) = (parent?.Drift, parent?.Marks ?? PresenceMarks.None, parent, memberOfParent);
        // Dates stay strings as in the JSON, and decimals keep all digits.
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        _reader = reader;
    }

    public JsonToken Token => _reader.TokenType;

    public object? Value => _reader.Value;

    public string Path => Combine(Combine(_parent?.Path, _memberOfParent), _reader.Path);

    /// <summary>Gets the collector of contract drift; null if it is not collected.</summary>
    public DriftCollector? Drift { get; init; }

    /// <summary>Gets how presence marks are read.</summary>
    public PresenceMarks Marks { get; init; }

    /// <summary>Moves to the next token; returns false at the end of the text.</summary>
    public bool Read()
    {
        do
        {
            if (!_reader.Read())
            {
                return false;
            }
        } while (_reader.TokenType == JsonToken.Comment);

        return true;
    }

    /// <summary>Moves to the next token, which must exist.</summary>
    public void Advance()
    {
        if (!Read())
        {
            throw Failure("The JSON ends before the document is complete");
        }
    }

    /// <summary>Moves from the start of an object, or the end of a value, to the value of the next member.</summary>
    public bool NextMember([NotNullWhen(true)] out string? name)
    {
        Advance();
        if (Token == JsonToken.EndObject)
        {
            name = null;
            return false;
        }

        name = (string)Value!;
        Advance();
        return true;
    }

    /// <summary>Moves from the start of an array, or the end of an item, to the next item.</summary>
    public bool NextItem()
    {
        Advance();
        return Token != JsonToken.EndArray;
    }

    /// <summary>Loads the whole value at the cursor as raw JSON.</summary>
    public JToken Load() => JToken.ReadFrom(_reader);

    public KajabiSerializationException Failure(string message, bool isTooDeep = false)
    {
        string position =
            _reader is IJsonLineInfo line && line.HasLineInfo() ? $" (line {line.LineNumber}, position {line.LinePosition})" : string.Empty;
        string path = Path.Length == 0 ? "the root" : $"'{Path}'";
        return new KajabiSerializationException($"{message}, at {path}{position}.", Path) { IsTooDeep = isTooDeep };
    }

    private static string Combine(string? start, string? path) =>
        (start, path) switch
        {
            (null or "", _) => path ?? string.Empty,
            (_, null or "") => start,
            (_, ['[', ..]) => start + path,
            _ => $"{start}.{path}",
        };
}
