using System.Globalization;

namespace Kajabi.Cli.Export;

/// <summary>Prefixes text that a spreadsheet would run as a formula with an apostrophe.</summary>
internal static class FormulaEscaper
{
    // ASCII, full-width and small forms, and the minus sign. Spreadsheets of some locales treat all of them like ASCII.
    private const string StartCharacters = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

    public static string? Escape(string? text) => text is not null && IsFormula(text) ? "'" + text : text;

    private static bool IsFormula(string text)
    {
        // A spreadsheet may remove these characters when it imports the cell.
        if (text is ['\t' or '\r' or '\n', ..])
        {
            return true;
        }

        int start = 0;
        while (start < text.Length && IsInvisible(text[start]))
        {
            start++;
        }

        return start < text.Length && StartCharacters.Contains(text[start], StringComparison.Ordinal);
    }

    private static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;
}
