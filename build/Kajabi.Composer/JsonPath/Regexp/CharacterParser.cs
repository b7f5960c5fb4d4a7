using System.Text;

namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Parses a character or class of an I-Regexp.</summary>
internal static class CharacterParser
{
    /// <summary>Parses a character, an escape sequence, <c>.</c> or a class in brackets.</summary>
    public static ICharacterSet Parse(RegexpCursor cursor)
    {
        switch (cursor.Read())
        {
            case '.':
                return CharacterUnion.Dot;
            case '[':
                return ParseClass(cursor);
            case '\\':
                return ParseEscape(cursor);
            case '*' or '+' or '?' or '{' or '}' or ']' or ')' or '(' or '|':
                throw new RegexpSyntaxException();
            case var character:
                return new CharacterRange(character, character);
        }
    }

    private static CharacterUnion ParseClass(RegexpCursor cursor)
    {
        bool isNegated = cursor.TryRead('^');
        List<ICharacterSet> parts = [];

        // A hyphen is a character at the start and the end, and separates the ends of a range otherwise.
        if (cursor.TryRead('-'))
        {
            parts.Add(new CharacterRange('-', '-'));
        }

        while (parts.Count == 0 || cursor.Current is not (']' or '-'))
        {
            ParseClassPart(cursor, parts);
        }

        if (cursor.TryRead('-'))
        {
            parts.Add(new CharacterRange('-', '-'));
        }

        cursor.Expect(']');
        return new CharacterUnion(parts, isNegated);
    }

    private static void ParseClassPart(RegexpCursor cursor, List<ICharacterSet> parts)
    {
        ICharacterSet part = ParseClassCharacter(cursor);
        if (part is not CharacterRange first || !cursor.TryRead('-'))
        {
            parts.Add(part);
        }
        else if (cursor.Current == ']')
        {
            parts.Add(first);
            parts.Add(new CharacterRange('-', '-'));
        }
        else
        {
            parts.Add(
                ParseClassCharacter(cursor) is CharacterRange last && last.Last >= first.First
                    ? new CharacterRange(first.First, last.Last)
                    : throw new RegexpSyntaxException()
            );
        }
    }

    private static ICharacterSet ParseClassCharacter(RegexpCursor cursor) =>
        cursor.Read() switch
        {
            '\\' => ParseEscape(cursor),
            '[' or ']' or '-' => throw new RegexpSyntaxException(),
            var character => new CharacterRange(character, character),
        };

    private static ICharacterSet ParseEscape(RegexpCursor cursor)
    {
        int escaped = cursor.Read();
        return escaped switch
        {
            'p' or 'P' => ParseCategory(cursor, isNegated: escaped == 'P'),
            'n' => new CharacterRange('\n', '\n'),
            'r' => new CharacterRange('\r', '\r'),
            't' => new CharacterRange('\t', '\t'),
            (>= '(' and <= '+') or '-' or '.' or '?' or (>= '[' and <= '^') or (>= '{' and <= '}') => new CharacterRange(escaped, escaped),
            _ => throw new RegexpSyntaxException(),
        };
    }

    private static CharacterCategory ParseCategory(RegexpCursor cursor, bool isNegated)
    {
        cursor.Expect('{');
        StringBuilder name = new();
        while (!cursor.TryRead('}'))
        {
            name.Append(char.ConvertFromUtf32(cursor.Read()));
        }

        return CharacterCategory.IsKnown(name.ToString())
            ? new CharacterCategory(name.ToString(), isNegated)
            : throw new RegexpSyntaxException();
    }
}
