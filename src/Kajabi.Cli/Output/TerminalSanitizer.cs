using System.Globalization;
using System.Text;

namespace Kajabi.Cli.Output;

/// <summary>Replaces control characters in text of the API, because anyone can enter an escape sequence into a form.</summary>
internal static class TerminalSanitizer
{
    public static string Sanitize(string text)
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

    // Format characters can change the text direction. The joiners are part of emoji.
    private static bool IsUnsafe(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control => character is not ('\n' or '\t'),
            UnicodeCategory.Format => character is not ('\u200C' or '\u200D'),
            _ => false,
        };
}
