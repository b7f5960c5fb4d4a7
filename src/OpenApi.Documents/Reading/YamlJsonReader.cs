using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenApi.Documents.Reading;

/// <summary>
/// Reads YAML as a stream of JSON tokens with line and column, so that YAML and JSON share one tree, JSONPath and location model.
/// </summary>
internal sealed partial class YamlJsonReader(TextReader text) : JsonReader, IJsonLineInfo
{
    private const string TextTag = "tag:yaml.org,2002:str";

    private readonly YamlEvents _events = new(new Parser(text));
    private readonly Stack<bool> _inMapping = new();
    private readonly Stack<HashSet<string>> _keys = new();
    private readonly List<DuplicateKey> _duplicateKeys = [];
    private bool _isKeyNext;

    /// <summary>Gets the keys that occur more than once in the same mapping. The last one applies.</summary>
    public IReadOnlyList<DuplicateKey> DuplicateKeys => _duplicateKeys;

    /// <summary>Gets whether the text contains merge keys.</summary>
    public bool HasMergeKeys { get; private set; }

    public int LineNumber { get; private set; }

    public int LinePosition { get; private set; }

    public bool HasLineInfo() => true;

    public override bool Read()
    {
        while (_events.MoveNext())
        {
            ParsingEvent current = _events.Current!;
            (LineNumber, LinePosition) = ((int)current.Start.Line, (int)current.Start.Column);
            if (TryConvert(current))
            {
                return true;
            }
        }

        SetToken(JsonToken.None);
        return false;
    }

    /// <summary>Reads the rest of the text, which must contain no further document.</summary>
    /// <exception cref="YamlException">A second document follows, or the rest is not YAML.</exception>
    public void ReadToEnd()
    {
        while (_events.MoveNext())
        {
            if (_events.Current is DocumentStart second)
            {
                throw new YamlException(second.Start, second.End, "A second document starts here. Specify a file with one document.");
            }
        }
    }

    [GeneratedRegex("^0(x[0-9a-fA-F]{1,15}|o[0-7]{1,20})$")]
    private static partial Regex HexadecimalOrOctalNumber();

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex AnyNumber();

    private bool TryConvert(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart or SequenceStart when _isKeyNext:
                throw new YamlException(current.Start, current.End, "The key of a mapping must be a string, but is a mapping or a list.");
            // The parser skips the value of such an entry in a nested mapping, and takes what follows for it.
            case Scalar { Value: "", Style: ScalarStyle.Plain } when _isKeyNext:
                throw new YamlException(
                    current.Start,
                    current.End,
                    "This entry of a mapping has no key. Write one, or `\"\"`, before the colon."
                );
            case MappingStart:
                Open(JsonToken.StartObject, isMapping: true);
                return true;
            case SequenceStart:
                Open(JsonToken.StartArray, isMapping: false);
                return true;
            case MappingEnd:
                Close(JsonToken.EndObject);
                return true;
            case SequenceEnd:
                Close(JsonToken.EndArray);
                return true;
            case Scalar scalar when _isKeyNext:
                SetToken(JsonToken.PropertyName, scalar.Value);
                if (!_keys.Peek().Add(scalar.Value) && _duplicateKeys.Count < ReadingLimits.MaxDuplicateKeys)
                {
                    _duplicateKeys.Add(new DuplicateKey(scalar.Value, Path, LineNumber, LinePosition));
                }

                HasMergeKeys |= scalar is { Value: MergeKeys.Key, Style: ScalarStyle.Plain };
                _isKeyNext = false;
                return true;
            case Scalar scalar:
                SetScalar(scalar);
                ValueEnded();
                return true;
            default:
                return false;
        }
    }

    private void Open(JsonToken token, bool isMapping)
    {
        if (_inMapping.Count == ReadingLimits.MaxDepth)
        {
            throw new LimitException(
                _events.Current!.Start,
                $"Mappings and lists are nested more than {ReadingLimits.MaxDepth} levels deep here. Flatten them."
            );
        }

        SetToken(token);
        _inMapping.Push(isMapping);
        _keys.Push([]);
        _isKeyNext = isMapping;
    }

    private void Close(JsonToken token)
    {
        SetToken(token);
        _inMapping.Pop();
        _keys.Pop();
        ValueEnded();
    }

    private void ValueEnded() => _isKeyNext = _inMapping.TryPeek(out bool isMapping) && isMapping;

    private void SetScalar(Scalar scalar)
    {
        string value = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == TextTag)
        {
            SetToken(JsonToken.String, value);
        }
        else if (value is "" or "~" or "null" or "Null" or "NULL")
        {
            SetToken(JsonToken.Null);
        }
        else if (value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            SetToken(JsonToken.Boolean, value is "true" or "True" or "TRUE");
        }
        else if (HexadecimalOrOctalNumber().IsMatch(value))
        {
            SetToken(JsonToken.Integer, Convert.ToInt64(value[2..], value[1] == 'x' ? 16 : 8));
        }
        else if (
            WholeNumber().IsMatch(value)
            && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
        )
        {
            SetToken(JsonToken.Integer, whole);
        }
        else if (
            AnyNumber().IsMatch(value) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        )
        {
            SetToken(JsonToken.Float, number);
        }
        else
        {
            SetToken(JsonToken.String, value);
        }
    }
}
