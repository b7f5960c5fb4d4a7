using System.Buffers;
using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// The current value of a reader of Newtonsoft.Json, which is read token by token: afterwards the reader is at the last token of the
/// value, and after a failure at the token that failed.
/// </summary>
internal sealed class TokenInput : JsonInput
{
    private readonly JsonReader _reader;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _utf8;
    private readonly Utf8TokenWriter _json;
    private readonly List<(int Line, int Position)> _locations = [];
    private readonly string _path;
    private readonly Func<JsonReader?>? _reopen;
    private int _position;
    private int _depth;
    private bool _isStarted;
    private bool _isWhole;

    /// <param name="reader">The reader, at the first token of the value.</param>
    /// <param name="reopen">Opens the JSON again to find the location of a failure; null if it can be read only once.</param>
    public TokenInput(JsonReader reader, Func<JsonReader?>? reopen = null)
    {
        (_reader, _path, _reopen) = (reader, reader.Path, reopen);
        _utf8 = new Utf8JsonWriter(_bytes, new JsonWriterOptions { MaxDepth = int.MaxValue, SkipValidation = true });
        _json = new Utf8TokenWriter(_utf8);
    }

    /// <inheritdoc />
    public override bool CanReopen => _reopen is not null;

    public override JsonLocation? FindLocation(long tokens, PathStack path)
    {
        if (tokens >= _locations.Count)
        {
            return JsonLocation.Of(_reader);
        }

        if (_reopen is not null)
        {
            return null;
        }

        // A value that was loaded before it was read.
        (int line, int position) = _locations[(int)tokens - 1];
        string start = _path.Length == 0 ? string.Empty : $"{_path}.";
        return new JsonLocation($"{start}{path}", line, position);
    }

    public override string? GetTokenName(long tokens) => tokens == _locations.Count ? _reader.TokenType.ToString() : null;

    /// <inheritdoc />
    public override bool IsTruncated => !_isWhole;

    public override JsonReader? Reopen() => _reopen?.Invoke();

    public override Exception CreateTruncatedException(bool isList, bool isEmpty)
    {
        // The exception that callers of Newtonsoft.Json expect.
        JsonLocation location = JsonLocation.Of(_reader);
        string type = isList ? "JArray" : "JObject";
        string problem = isEmpty ? $"Error reading {type} from JsonReader" : $"Unexpected end of content while loading {type}";
        return new JsonReaderException(
            $"{problem}. Path '{location.Path}', line {location.Line}, position {location.Position}.",
            location.Path,
            location.Line,
            location.Position,
            innerException: null
        );
    }

    public override void Dispose()
    {
        ((IDisposable)_json).Dispose();
        _utf8.Dispose();
        base.Dispose();
    }

    // The reader of the application stays at the token that is read.
    protected override bool FillsBuffer => false;

    protected override int Read(Span<byte> buffer)
    {
        if (_position == _bytes.WrittenCount && !_isWhole)
        {
            WriteToken();
        }

        ReadOnlySpan<byte> pending = _bytes.WrittenSpan[_position..];
        int length = Math.Min(buffer.Length, pending.Length);
        pending[..length].CopyTo(buffer);
        _position += length;
        return length;
    }

    private void WriteToken()
    {
        _bytes.ResetWrittenCount();
        _position = 0;
        if (_isStarted && !JsonTextDeserializer.MoveToNextToken(_reader))
        {
            return;
        }

        _isStarted = true;

        if (_reader.TokenType == JsonToken.StartConstructor)
        {
            throw new JsonReaderException("JSON has no constructors.");
        }

        _depth += _reader.TokenType switch
        {
            JsonToken.StartObject or JsonToken.StartArray => 1,
            JsonToken.EndObject or JsonToken.EndArray => -1,
            _ => 0,
        };
        _isWhole = _depth == 0;
        _locations.Add(
            _reader is IJsonLineInfo line && line.HasLineInfo()
                ? (line.LineNumber, line.LinePosition)
                : (JsonLocation.Unknown, JsonLocation.Unknown)
        );
        if (_reader.Value is ulong number)
        {
            // WriteToken converts all integers to 64 bits with a sign.
            _json.WriteValue(number);
        }
        else
        {
            _json.WriteToken(_reader, writeChildren: false);
        }

        _utf8.Flush();

        // Ends a number, so that the tokenizer does not need the next token.
        _bytes.Write(" "u8);
    }
}
