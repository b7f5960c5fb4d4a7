using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace OpenApi.Documents.Reading;

/// <summary>Finds a tab in an indentation, which YAML does not allow. The parser reports it at the start of the block before it.</summary>
internal static partial class TabIndentation
{
    /// <summary>Returns the finding about the first tab in an indentation; null if the error of the parser has another cause.</summary>
    /// <param name="path">The name of the document, for messages.</param>
    /// <param name="text">The document.</param>
    /// <param name="error">The error of the parser.</param>
    public static UnreadableFileException? Find(string path, string text, YamlException error) =>
        error.Message.Contains(" tab", StringComparison.Ordinal)
        && Indentation().Match(text) is { Success: true, Groups: [_, { Index: var index }] }
            ? new UnreadableFileException(
                path,
                text.AsSpan(0, index).Count('\n') + 1,
                index - text.LastIndexOf('\n', index),
                "The indentation contains a tab, which YAML does not allow. Indent with spaces."
            )
            : null;

    [GeneratedRegex(@"^ *(\t)[ \t]*[^\s]", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
