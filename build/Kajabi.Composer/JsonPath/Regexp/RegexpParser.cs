using Kajabi.Composer.JsonPath.Limits;

namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Parses an I-Regexp (RFC 9485).</summary>
internal static class RegexpParser
{
    private const int MaxNesting = 64;
    private const int MaxOccurrences = 20_000;

    /// <exception cref="RegexpSyntaxException">The pattern is not an I-Regexp.</exception>
    public static IRegexpNode Parse(string pattern)
    {
        RegexpCursor cursor = new(pattern);
        IRegexpNode node = ParseAlternatives(cursor, 0);
        return cursor.IsAtEnd ? node : throw new RegexpSyntaxException();
    }

    private static AlternativesNode ParseAlternatives(RegexpCursor cursor, int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw new JsonPathLimitException($"A regular expression is nested more than {MaxNesting} levels deep.");
        }

        List<IRegexpNode> parts = [];
        do
        {
            parts.Add(ParseSequence(cursor, nesting));
        } while (cursor.TryRead('|'));

        return new AlternativesNode(parts);
    }

    private static SequenceNode ParseSequence(RegexpCursor cursor, int nesting)
    {
        List<IRegexpNode> parts = [];
        while (!cursor.IsAtEnd && cursor.Current is not ('|' or ')'))
        {
            parts.Add(ParseQuantifier(cursor, ParseAtom(cursor, nesting)));
        }

        return new SequenceNode(parts);
    }

    private static IRegexpNode ParseAtom(RegexpCursor cursor, int nesting)
    {
        if (cursor.TryRead('('))
        {
            IRegexpNode group = ParseAlternatives(cursor, nesting + 1);
            cursor.Expect(')');
            return group;
        }

        // The grammar has these two as normal characters, but its mappings to other dialects, and the compliance tests of JSONPath, do not.
        Instruction instruction =
            cursor.TryRead('^') ? new Instruction(InstructionKind.Start)
            : cursor.TryRead('$') ? new Instruction(InstructionKind.End)
            : new Instruction(InstructionKind.Character, CharacterParser.Parse(cursor));
        return new SingleNode(instruction);
    }

    private static IRegexpNode ParseQuantifier(RegexpCursor cursor, IRegexpNode part) =>
        cursor.TryRead('*') ? new QuantifiedNode(part, 0, null)
        : cursor.TryRead('+') ? new QuantifiedNode(part, 1, null)
        : cursor.TryRead('?') ? new QuantifiedNode(part, 0, 1)
        : cursor.TryRead('{') ? ParseRange(cursor, part)
        : part;

    private static QuantifiedNode ParseRange(RegexpCursor cursor, IRegexpNode part)
    {
        int min = ParseCount(cursor);
        int? max =
            !cursor.TryRead(',') ? min
            : cursor.Current == '}' ? null
            : ParseCount(cursor);
        cursor.Expect('}');
        return max < min ? throw new RegexpSyntaxException() : new QuantifiedNode(part, min, max);
    }

    private static int ParseCount(RegexpCursor cursor)
    {
        int count = 0;
        do
        {
            int digit = cursor.Read() - '0';
            count = digit is >= 0 and <= 9 ? (count * 10) + digit : throw new RegexpSyntaxException();
            if (count > MaxOccurrences)
            {
                throw new JsonPathLimitException($"A quantifier of a regular expression exceeds {MaxOccurrences}.");
            }
        } while (cursor.Current is >= '0' and <= '9');

        return count;
    }
}
