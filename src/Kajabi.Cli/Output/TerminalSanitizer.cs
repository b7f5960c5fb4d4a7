using System.Globalization;
using System.Text;

namespace Kajabi.Cli.Output;

/// <summary>Text from the API made fit for a terminal: anybody can type an escape sequence into a form.</summary>
internal static class TerminalSanitizer
{
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        StringBuilder safe = new(text.Length);
        foreach (char character in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            safe.Append(IsUnsafe(character) ? '\uFFFD' : character);
        }

        return safe.ToString();
    }

    // Format characters turn the direction of the text that follows; the joiners among them make up emoji.
    private static bool IsUnsafe(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control => character is not ('\n' or '\t'),
            UnicodeCategory.Format => character is not ('\u200C' or '\u200D'),
            _ => false,
        };
}
