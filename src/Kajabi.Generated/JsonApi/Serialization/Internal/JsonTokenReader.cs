using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Walks a JSON text forward, comments skipped, and says where it stands when something is wrong.</summary>
internal sealed class JsonTokenReader
{
    private readonly JsonReader _reader;
    private readonly JsonTokenReader? _outer;
    private readonly string? _memberOfOuter;

    /// <param name="reader">The JSON.</param>
    /// <param name="outer">Stands where the JSON was taken from; null for a text of its own.</param>
    /// <param name="memberOfOuter">The member that it was, where <paramref name="outer"/> stands on the object around it.</param>
    public JsonTokenReader(JsonReader reader, JsonTokenReader? outer = null, string? memberOfOuter = null)
    {
        (Drift, Marks, _outer, _memberOfOuter) = (outer?.Drift, outer?.Marks ?? PresenceMarks.None, outer, memberOfOuter);
        // Dates stay the strings that they are on the wire, and decimals keep their digits.
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        _reader = reader;
    }

    public JsonToken Token => _reader.TokenType;

    public object? Value => _reader.Value;

    public string Path => Joined(Joined(_outer?.Path, _memberOfOuter), _reader.Path);

    /// <summary>Takes note of what the contract does not list; null where nobody asks.</summary>
    public DriftCollector? Drift { get; init; }

    /// <summary>How presence marks are read.</summary>
    public PresenceMarks Marks { get; init; }

    /// <summary>Moves to the next token; false at the end of the text.</summary>
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
            throw Failure("The JSON ends before the document does");
        }
    }

    /// <summary>From the start of an object or the end of a member's value to the value of the next member.</summary>
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

    /// <summary>From the start of an array or the end of an item to the next item.</summary>
    public bool NextItem()
    {
        Advance();
        return Token != JsonToken.EndArray;
    }

    /// <summary>Takes the whole value at the cursor as it stands.</summary>
    public JToken Load() => JToken.ReadFrom(_reader);

    public KajabiSerializationException Failure(string message, bool isTooDeep = false)
    {
        string place =
            _reader is IJsonLineInfo line && line.HasLineInfo() ? $" (line {line.LineNumber}, position {line.LinePosition})" : string.Empty;
        string path = Path.Length == 0 ? "the root" : $"'{Path}'";
        return new KajabiSerializationException($"{message}, at {path}{place}.", Path) { IsTooDeep = isTooDeep };
    }

    private static string Joined(string? start, string? path) =>
        (start, path) switch
        {
            (null or "", _) => path ?? string.Empty,
            (_, null or "") => start,
            (_, ['[', ..]) => start + path,
            _ => $"{start}.{path}",
        };
}
