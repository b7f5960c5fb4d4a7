namespace Kajabi.Cli.Output;

/// <summary>Breaks text into lines between words.</summary>
internal static class WordWrap
{
    /// <summary>Returns the lines. A word that is longer than a line stays in one piece.</summary>
    /// <param name="text">The text; its line breaks are kept.</param>
    /// <param name="width">The maximum number of terminal cells of a line.</param>
    public static IEnumerable<string> Split(string text, int width) => text.Split('\n').SelectMany(line => SplitLine(line, width));

    private static IEnumerable<string> SplitLine(string text, int width)
    {
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && TextWidth.Get(line) + 1 + TextWidth.Get(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
