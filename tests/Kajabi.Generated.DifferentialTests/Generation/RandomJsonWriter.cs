using System.Globalization;
using System.Text;

namespace Kajabi.Tests.Generation;

/// <summary>
/// Writes JSON with a random syntax: white space, escapes and, in some documents, what JSON does not allow, such as comments, trailing
/// commas, single quotes and names without quotes.
/// </summary>
internal sealed class RandomJsonWriter
{
    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly char _quote;
    private readonly bool _hasComments;
    private readonly bool _hasTrailingCommas;
    private readonly bool _hasBareNames;
    private readonly bool _hasEscapes;
    private readonly int _whiteSpace;

    public RandomJsonWriter(Random random)
    {
        _random = random;
        _quote = OneIn(40) ? '\'' : '"';
        _hasComments = OneIn(30);
        _hasTrailingCommas = OneIn(30);
        _hasBareNames = OneIn(60);
        _hasEscapes = OneIn(4);
        _whiteSpace = random.Next(4);
    }

    public override string ToString() => _text.ToString();

    public void WriteRaw(string json) => _text.Append(json);

    public void WriteObject(IEnumerable<(string Name, Action Write)> members)
    {
        _text.Append('{');
        bool isFirst = true;
        foreach ((string name, Action write) in members)
        {
            Separate(ref isFirst);
            WriteName(name);
            WriteSpace();
            _text.Append(':');
            WriteSpace();
            write();
        }

        End(isFirst, '}');
    }

    public void WriteArray(IEnumerable<Action> items)
    {
        _text.Append('[');
        bool isFirst = true;
        foreach (Action write in items)
        {
            Separate(ref isFirst);
            write();
        }

        End(isFirst, ']');
    }

    public void WriteString(string value)
    {
        _text.Append(_quote);
        foreach (char character in value)
        {
            if (character == _quote || character is '\\')
            {
                _text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || char.IsSurrogate(character) && OneIn(2) || (_hasEscapes && OneIn(6)))
            {
                WriteEscaped(character);
            }
            else
            {
                _text.Append(character);
            }
        }

        _text.Append(_quote);
    }

    private void WriteEscaped(char character) =>
        _ = character switch
        {
            '\n' when OneIn(2) => _text.Append("\\n"),
            '\t' when OneIn(2) => _text.Append("\\t"),
            // Not allowed in JSON.
            '\n' or '\t' when OneIn(20) => _text.Append(character),
            '/' when OneIn(2) => _text.Append("\\/"),
            _ => _text.Append(
                CultureInfo.InvariantCulture,
                $"\\u{((int)character).ToString(OneIn(2) ? "x4" : "X4", CultureInfo.InvariantCulture)}"
            ),
        };

    private void WriteName(string name)
    {
        if (_hasBareNames && name.Length > 0 && name.All(static character => char.IsAsciiLetter(character) || character == '_'))
        {
            _text.Append(name);
        }
        else
        {
            WriteString(name);
        }
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
        {
            _text.Append(',');
        }

        isFirst = false;
        WriteSpace();
    }

    private void End(bool isEmpty, char end)
    {
        if (_hasTrailingCommas && !isEmpty && OneIn(4))
        {
            _text.Append(',');
        }

        WriteSpace();
        _text.Append(end);
    }

    private void WriteSpace()
    {
        _text.Append(
            _whiteSpace switch
            {
                0 => " ",
                1 when OneIn(3) => "\n  ",
                2 when OneIn(5) => "\r\n\t",
                _ => string.Empty,
            }
        );
        if (_hasComments && OneIn(12))
        {
            _text.Append(OneIn(2) ? "/* a comment, \"type\": */" : "// a comment }\n");
        }
    }

    private bool OneIn(int count) => _random.Next(count) == 0;
}
