using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace OpenApi.Documents.Reading;

/// <summary>
/// Finds escapes of one half of a surrogate pair (<c>\ud800</c>), which are no text. The parser rejects them, but names neither the escape
/// nor a remedy.
/// </summary>
internal static partial class SurrogateEscapes
{
    public const string Remedy = "Remove it, or write both halves, such as `\\ud83d\\ude00`.";

    /// <summary>Returns the finding about the first half within the range of a parser error; null if the range contains none.</summary>
    /// <param name="path">The name of the document, for messages.</param>
    /// <param name="text">The document.</param>
    /// <param name="error">The error of the parser.</param>
    public static UnreadableFileException? Find(string path, string text, YamlException error)
    {
        int start = (int)Math.Clamp(error.Start.Index, 0, text.Length);
        int end = (int)Math.Clamp(error.End.Index + 1, start, text.Length);
        if (Escape().Matches(text[start..end]).FirstOrDefault(static match => match.Groups["half"].Success) is not { } half)
        {
            return null;
        }

        int index = start + half.Index;
        return new UnreadableFileException(
            path,
            text.AsSpan(0, index).Count('\n') + 1,
            index - text.LastIndexOf('\n', index),
            $"The escape `{half.Value}` is one half of a surrogate pair, so it is not a character. {Remedy}"
        );
    }

    // Pairs and other escapes, such as the one of a backslash, are consumed first.
    [GeneratedRegex(
        @"\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|(?<half>\\(u|U0000)[Dd][89A-Fa-f][0-9A-Fa-f]{2})|\\.",
        RegexOptions.Singleline
    )]
    private static partial Regex Escape();
}
