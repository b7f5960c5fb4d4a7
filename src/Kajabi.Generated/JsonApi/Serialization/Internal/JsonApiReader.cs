using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads JSON tokens forward-only from UTF-8 bytes. It is passed by reference: a copy does not follow the original.
/// </summary>
internal ref partial struct JsonApiReader
{
    /// <summary>The message for a text that ends in a document.</summary>
    public const string IncompleteJson = "The JSON ends before the document is complete";

    private const int NotLoading = -1;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly JsonInput? _input;
    private readonly ReadOnlySpan<byte> _loaded;
    private readonly int _maxDepth;
    private readonly StringCache _strings;
    private Utf8JsonReader _json;

    // The positions in the buffer of the first byte of the tokenizer and of the value that is loaded as raw JSON.
    private int _start;
    private int _loadStart = NotLoading;

    // The number of tokens before and including the current one, to find the location of a failure.
    private long _tokens;

    // What the last member left besides its value.
    private RawJson? _raw;
    private JsonApiObject? _child;

    // The name of the member that is being read, if contract drift is reported.
    private string? _member;

    /// <summary>Reads a whole JSON text.</summary>
    public JsonApiReader(JsonInput input, DocumentReader document, int maxDepth)
    {
        (_input, _maxDepth, Document, _strings) = (input, maxDepth, document, document.Strings);
        (Origin, Drift, Marks) = (input, document.Drift, document.Marks);
        document.Path.IsRecorded = Drift is not null || !input.CanReopen;
        input.Fill(0);
        _start = input.HasByteOrderMark && input.Bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        Tokenize(CreateState());
    }

    /// <summary>Reads a value that another reader loaded, so that it does not wait for the class that it belongs to.</summary>
    /// <param name="raw">The value.</param>
    /// <param name="parent">The reader that loaded the value.</param>
    public JsonApiReader(RawJson raw, scoped in JsonApiReader parent)
    {
        _loaded = raw.Utf8;
        (_maxDepth, Document, _strings, Origin) = (parent._maxDepth, parent.Document, parent._strings, parent.Origin);
        (Drift, Marks, _tokens) = (parent.Drift, parent.Marks, raw.FirstToken - 1);
        Tokenize(CreateState());
    }

    /// <summary>Reads a value outside a document.</summary>
    public JsonApiReader(RawJson raw, DocumentReader document)
    {
        _loaded = raw.Utf8;
        (_maxDepth, Document, _strings) = (RawJson.MaxDepth, document, document.Strings);
        (Drift, Marks) = (document.Drift, document.Marks);
        Tokenize(CreateState());
    }

    /// <summary>Gets the resources and the relationships of the document.</summary>
    public readonly DocumentReader Document { get; }

    /// <summary>Gets the text that contains the value; null for a value outside a text.</summary>
    public readonly JsonInput? Origin { get; }

    /// <summary>Gets the collector of contract drift; null if it is not collected.</summary>
    public DriftCollector? Drift { get; init; }

    /// <summary>Gets how presence marks are read.</summary>
    public PresenceMarks Marks { get; init; }

    public readonly JsonTokenType Token => _json.TokenType;

    private readonly ReadOnlySpan<byte> Buffer => _input is null ? _loaded : _input.Bytes;

    /// <summary>Gets the name of the token for messages.</summary>
    public readonly string TokenName =>
        Origin?.GetTokenName(_tokens)
        ?? Token switch
        {
            JsonTokenType.Number => _json.ValueSpan.IndexOfAny(".eE"u8) < 0 ? "Integer" : "Float",
            JsonTokenType.True or JsonTokenType.False => "Boolean",
            var other => other.ToString(),
        };

    /// <summary>Moves to the next token; returns false at the end of the text.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not complete.</exception>
    public bool Read()
    {
        if (_json.Read() || TryContinue())
        {
            _tokens++;
            return true;
        }

        return false;
    }

    /// <summary>Moves to the next token, which must exist.</summary>
    public void Advance()
    {
        if (!Read())
        {
            throw Failure(IncompleteJson);
        }
    }

    /// <summary>Moves from the start of an object, or the end of a value, to the value of the next member.</summary>
    /// <param name="names">The names that are found without creating a string.</param>
    /// <param name="ordinal">The position of the name in <paramref name="names"/>, and the previous one before; -1 for others.</param>
    /// <param name="name">The name.</param>
    /// <returns>False at the end of the object.</returns>
    public bool NextMember(Utf8NameTable names, scoped ref int ordinal, [NotNullWhen(true)] out string? name)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            name = null;
            return false;
        }

        if (_json.ValueIsEscaped)
        {
            name = _json.GetString()!;
            ordinal = names.IndexOf(name);
        }
        else
        {
            ordinal = names.IndexOf(_json.ValueSpan, ordinal + 1);
            name = ordinal >= 0 ? names[ordinal] : _strings.Get(_json.ValueSpan);
        }

        if (Drift is not null)
        {
            _member = name;
        }

        Advance();
        return true;
    }

    /// <summary>Moves from the start of an array, or the end of an item, to the next item.</summary>
    public bool NextItem()
    {
        Advance();
        return Token != JsonTokenType.EndArray;
    }

    /// <summary>Loads the whole value at the current token as raw JSON.</summary>
    public RawJson Load()
    {
        long first = _tokens;
        _loadStart = _start + (int)_json.TokenStartIndex;
        if (Token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            bool isList = Token == JsonTokenType.StartArray;
            int depth = _json.CurrentDepth;
            do
            {
                if (!Read())
                {
                    throw Origin?.CreateTruncatedException(isList, isEmpty: _tokens == first) ?? Failure(IncompleteJson);
                }
            } while (_json.CurrentDepth > depth);
        }

        int end = _start + (int)_json.BytesConsumed;
        RawJson raw = new(Buffer[_loadStart..end].ToArray(), first);
        _loadStart = NotLoading;
        raw.ThrowIfInvalidText();
        return raw;
    }

    /// <summary>Reports a difference to the OpenAPI document at a member of the current object.</summary>
    /// <param name="kind">The kind of difference.</param>
    /// <param name="name">The name of the member; null for the current object.</param>
    /// <param name="value">The enum value or resource type; null for other differences.</param>
    public readonly void Report(ContractDriftKind kind, string? name, string? value = null) => Drift?.Add(kind, Document.Path, name, value);

    /// <summary>Reports JSON of another type than declared. Every member can be null, so null is not reported.</summary>
    /// <param name="name">The name of the member; null for the current object.</param>
    public readonly void ReportTypeMismatch(string? name)
    {
        if (Token != JsonTokenType.Null)
        {
            Report(ContractDriftKind.TypeMismatch, name);
        }
    }

    /// <summary>Creates the exception for JSON that cannot be read, with its location.</summary>
    public readonly KajabiSerializationException Failure(string message) =>
        JsonLocation.Find(Origin, _tokens, Document.Path).Failure(message);

    /// <summary>Reads the next token after the end of the buffer.</summary>
    private bool TryContinue()
    {
        if (_input is null)
        {
            return false;
        }

        do
        {
            if (_input.IsComplete)
            {
                return false;
            }

            Refill(_input);
        } while (!_json.Read());

        return true;
    }

    private void Refill(JsonInput input)
    {
        int position = _start + (int)_json.BytesConsumed;
        int first = _loadStart == NotLoading ? position : _loadStart;
        input.Fill(first);
        _start = position - first;
        _loadStart = _loadStart == NotLoading ? NotLoading : 0;
        Tokenize(_json.CurrentState);
    }

    /// <summary>Reads tokens from the start position on.</summary>
    private void Tokenize(JsonReaderState state) =>
        _json = new Utf8JsonReader(Buffer[_start..], isFinalBlock: _input is null or { IsComplete: true, IsTruncated: false }, state);

    private readonly JsonReaderState CreateState() => new(new JsonReaderOptions { MaxDepth = _maxDepth });
}
