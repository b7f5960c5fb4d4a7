using System.Security;
using System.Text.RegularExpressions;

namespace Kajabi.Contract.Compose;

/// <summary>Turns the words of the contract into the text of an XML comment.</summary>
internal static partial class XmlDocs
{
    /// <summary>Escapes the text, puts what stands in backticks into <c>c</c> and keeps paragraphs apart.</summary>
    public static string From(string? words)
    {
        string[] paragraphs = (words ?? string.Empty).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return paragraphs.Length switch
        {
            0 => string.Empty,
            1 => Paragraph(paragraphs[0]),
            _ => string.Join(' ', paragraphs.Select(static paragraph => $"<para>{Paragraph(paragraph)}</para>")),
        };
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    private static string Paragraph(string text) =>
        Code().Replace(SecurityElement.Escape(Space().Replace(text, " ")), "<c>$1</c>");
}
