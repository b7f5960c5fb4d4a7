using System.Globalization;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>The text of a query and the position of the parser.</summary>
/// <param name="text">The query.</param>
/// <param name="allowHyphens">Whether a name after a dot may contain hyphens.</param>
internal sealed class QueryCursor(string text, bool allowHyphens)
{
    private const int MaxNesting = 64;

    private int _nesting;

    public bool AllowHyphens => allowHyphens;

    /// <summary>Gets or sets the number of UTF-16 code units before the position.</summary>
    public int Offset { get; set; }

    public bool IsAtEnd => Offset == text.Length;

    /// <summary>Gets the current code unit; NUL, which no query contains, at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int distance) => Offset + distance < text.Length ? text[Offset + distance] : '\0';

    public string TextFrom(int start) => text[start..Offset];

    public bool TryRead(string expected)
    {
        bool isNext = string.CompareOrdinal(text, Offset, expected, 0, expected.Length) == 0;
        Offset += isNext ? expected.Length : 0;
        return isNext;
    }

    public void Expect(char expected)
    {
        if (IsAtEnd || Current != expected)
        {
            throw Unexpected($"`{expected}`");
        }

        Offset++;
    }

    public void SkipBlanks() => SkipWhile(static unit => unit is ' ' or '\t' or '\n' or '\r');

    public void SkipWhile(Predicate<char> condition)
    {
        while (!IsAtEnd && condition(Current))
        {
            Offset++;
        }
    }

    /// <summary>Skips blanks if one of the expected texts follows them, and the text.</summary>
    /// <returns>The text; null if none follows, so that the position does not change.</returns>
    public string? TryReadAfterBlanks(params ReadOnlySpan<string> expected)
    {
        int start = Offset;
        SkipBlanks();
        foreach (string candidate in expected)
        {
            if (TryRead(candidate))
            {
                return candidate;
            }
        }

        Offset = start;
        return null;
    }

    /// <summary>Parses a nested element.</summary>
    /// <exception cref="JsonPathSyntaxException">The elements are nested too deeply.</exception>
    public T Nested<T>(Func<QueryCursor, T> parse)
    {
        if (++_nesting > MaxNesting)
        {
            throw Error($"The expressions are nested more than {MaxNesting} levels deep.");
        }

        T parsed = parse(this);
        _nesting--;
        return parsed;
    }

    public JsonPathSyntaxException Error(string problem, int? offset = null) => new(problem, offset ?? Offset);

    public JsonPathSyntaxException Unexpected(string expected) => Error($"Expected {expected}, but found {Describe()}.");

    private string Describe() =>
        IsAtEnd ? "the end"
        : char.IsControl(Current) || char.IsSurrogate(Current) ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)Current:X4}")
        : $"`{Current}`";
}
