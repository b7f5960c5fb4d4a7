using System.Security;
using System.Text.RegularExpressions;

namespace Kajabi.Contract.Compose;

/// <summary>Formats descriptions as the text of XML doc comments.</summary>
internal static partial class XmlDocFormatter
{
    /// <summary>Escapes the text on a single line. Converts backticks to <c>c</c> and paragraphs to <c>para</c>.</summary>
    public static string From(string? description)
    {
        string[] paragraphs = (description ?? string.Empty).Split(
            "\n\n",
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return paragraphs.Length switch
        {
            0 => string.Empty,
            1 => Paragraph(paragraphs[0]),
            _ => string.Join(' ', paragraphs.Select(static paragraph => $"<para>{Paragraph(paragraph)}</para>")),
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

    private static string Paragraph(string text) => Code().Replace(Escape(text), "<c>$1</c>");

    // NSwag removes its marker for empty templates (__EMPTY-TEMPLATE__) from the generated code.
    private static string NoMarker(string text) => text.Replace("__", "_&#95;", StringComparison.Ordinal);
}
