using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.Composer.Output;

/// <summary>Formats descriptions as the text of XML doc comments.</summary>
internal static partial class XmlDocFormatter
{
    // Longer texts get lines of their own in the generated code; the element, the indentation and the marker take the rest of 140 columns.
    private const int MaxInlineLength = 100;
    private const int MaxLineLength = 120;
    private const string NewLine = "\n/// ";

    /// <summary>
    /// Escapes the text, puts code in backticks into <c>c</c> and separates paragraphs by <c>para</c>. Returns one line, or for a long text
    /// several lines between the tags of its element.
    /// </summary>
    public static string From(string? text)
    {
        string lines = Lines(text);
        return lines.Length <= MaxInlineLength && !lines.Contains('\n', StringComparison.Ordinal) ? lines : $"{NewLine}{lines}{NewLine}";
    }

    /// <summary>Does the same for a text whose element has its tags on other lines.</summary>
    public static string Lines(string? text)
    {
        string[] paragraphs = (text ?? string.Empty).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return paragraphs.Length switch
        {
            0 => string.Empty,
            1 => Wrap(Paragraph(paragraphs[0])),
            _ => string.Join(NewLine, paragraphs.Select(static paragraph => Wrap($"<para>{Paragraph(paragraph)}</para>"))),
        };
    }

    /// <summary>Escapes a name for use inside an element of an XML comment, without any markup.</summary>
    public static string Escape(string name) => NoMarker(SecurityElement.Escape(Space().Replace(NotText().Replace(name, "\uFFFD"), " ")));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[\s\u0085\u2028\u2029]+")]
    private static partial Regex Space();

    // Control and formatting characters, including those that change the text direction, and characters that XML does not allow.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\uFFFE\uFFFF-[\s\u0085]]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex NotText();

    // A line does not break inside <c>...</c>.
    [GeneratedRegex("(?:<c>[^<]*</c>|[^ ])+")]
    private static partial Regex Word();

    private static string Wrap(string text)
    {
        StringBuilder lines = new();
        int column = 0;
        foreach (Match word in Word().Matches(text))
        {
            bool fits = column + 1 + word.Length <= MaxLineLength;
            lines
                .Append(
                    column == 0 ? string.Empty
                    : fits ? " "
                    : NewLine
                )
                .Append(word.Value);
            column = column > 0 && fits ? column + 1 + word.Length : word.Length;
        }

        return lines.ToString();
    }

    private static string Paragraph(string text) => Code().Replace(Escape(text), "<c>$1</c>");

    // NSwag removes its marker for empty templates (__EMPTY-TEMPLATE__) from the generated code.
    private static string NoMarker(string text) => text.Replace("__", "_&#95;", StringComparison.Ordinal);
}
