using System.Globalization;
using System.Text;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses strings in single or double quotation marks.</summary>
internal static class StringParser
{
    public static string Parse(QueryCursor cursor)
    {
        char quotationMark = cursor.Current;
        cursor.Offset++;
        StringBuilder text = new();
        while (cursor.IsAtEnd || cursor.Current != quotationMark)
        {
            ReadCharacter(cursor, quotationMark, text);
        }

        cursor.Offset++;
        return text.ToString();
    }

    private static void ReadCharacter(QueryCursor cursor, char quotationMark, StringBuilder text)
    {
        char unit = cursor.Current;
        if (cursor.IsAtEnd || unit < ' ')
        {
            throw cursor.Unexpected($"`{quotationMark}` or a character that is not a control character");
        }

        if (unit == '\\')
        {
            ReadEscape(cursor, quotationMark, text);
        }
        else if (!char.IsSurrogate(unit))
        {
            text.Append(unit);
            cursor.Offset++;
        }
        else if (char.IsSurrogatePair(unit, cursor.Peek(1)))
        {
            text.Append(unit).Append(cursor.Peek(1));
            cursor.Offset += 2;
        }
        else
        {
            throw cursor.Error("A surrogate must be part of a pair.");
        }
    }

    private static void ReadEscape(QueryCursor cursor, char quotationMark, StringBuilder text)
    {
        char escaped = cursor.Peek(1);
        char? unit = escaped switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => escaped,
            _ when escaped == quotationMark => escaped,
            _ => null,
        };
        if (escaped == 'u')
        {
            ReadUnicodeEscape(cursor, text);
        }
        else
        {
            text.Append(unit ?? throw cursor.Error("The escape sequence is not one of JSON."));
            cursor.Offset += 2;
        }
    }

    private static void ReadUnicodeEscape(QueryCursor cursor, StringBuilder text)
    {
        int start = cursor.Offset;
        char unit = ReadCodeUnit(cursor);
        text.Append(unit);
        if (char.IsSurrogate(unit))
        {
            char low = cursor.Current == '\\' && cursor.Peek(1) == 'u' ? ReadCodeUnit(cursor) : '\0';
            text.Append(char.IsSurrogatePair(unit, low) ? low : throw cursor.Error("A surrogate must be part of a pair.", start));
        }
    }

    private static char ReadCodeUnit(QueryCursor cursor)
    {
        int start = cursor.Offset;
        cursor.Offset += 2;
        for (int digits = 0; digits < 4; digits++, cursor.Offset++)
        {
            if (!char.IsAsciiHexDigit(cursor.Current))
            {
                throw cursor.Unexpected("a hexadecimal digit");
            }
        }

        return (char)ushort.Parse(cursor.TextFrom(start + 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
