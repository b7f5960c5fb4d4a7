using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenApi.Documents.Findings;

/// <summary>
/// Sanitizes text from a document for output: it stays on its line, cannot control a terminal, and cannot be a command of a CI service
/// (<c>::error</c>, <c>##[...]</c>, <c>##vso[...]</c>, <c>##teamcity[...]</c>) or an error line that MSBuild recognizes.
/// </summary>
internal static partial class ConsoleText
{
    /// <summary>Returns the text on a single line. Unsafe characters are escaped as <c>\uXXXX</c>; line breaks become one space.</summary>
    public static string Line(string text) => Escape(Break().Replace(text, " "));

    /// <summary>Returns a text of several lines, with unsafe characters escaped.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Escape));

    /// <summary>Returns the text with unsafe characters escaped as <c>\uXXXX</c>, like in JSON strings.</summary>
    public static string Escape(string text)
    {
        string plain = Commands(text);
        StringBuilder? escaped = null;
        for (int index = 0; index < plain.Length; index++)
        {
            if (MustEscape(plain, index))
            {
                escaped ??= new StringBuilder(plain, 0, index, plain.Length + 16);
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)plain[index]:x4}");
            }
            else
            {
                escaped?.Append(plain[index]);
            }
        }

        return escaped?.ToString() ?? plain;
    }

    // Azure Pipelines and the first form of GitHub commands are recognized anywhere in a line; the second form only at its start.
    private static string Commands(string text) =>
        CanonicalError().Replace(Start().Replace(Anywhere().Replace(text, @"#\u0023"), @"$1\u003a"), @"$1\u003a");

    private static bool MustEscape(string text, int index)
    {
        // The second half of a surrogate pair is escaped if the first one is.
        int start = index > 0 && char.IsSurrogatePair(text, index - 1) ? index - 1 : index;
        return CharUnicodeInfo.GetUnicodeCategory(text, start) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate =>
                true,
            UnicodeCategory.Format => text[start] is not ('\u200C' or '\u200D'),
            _ => false,
        };
    }

    [GeneratedRegex(@"[\s\u0085\u2028\u2029]*[\r\n\u0085\u2028\u2029][\s\u0085\u2028\u2029]*")]
    private static partial Regex Break();

    [GeneratedRegex(@"##(?=\w*\[)")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"\A(\s*:):")]
    private static partial Regex Start();

    // See https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks.
    [GeneratedRegex(@"\b((?:error|warning)\s*[^:\s]*\s*):", RegexOptions.IgnoreCase)]
    private static partial Regex CanonicalError();
}
