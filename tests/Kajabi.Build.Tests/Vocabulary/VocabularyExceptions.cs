using System.IO.Enumeration;

namespace Kajabi.Build.Tests.Vocabulary;

/// <summary>Correct uses of listed words, each with its reason.</summary>
internal sealed class VocabularyExceptions
{
    /// <param name="lines">Lines of the form <c>path pattern | word | reason</c>, and comments that start with <c>#</c>.</param>
    /// <exception cref="FormatException">A line has another form or no reason.</exception>
    public VocabularyExceptions(IEnumerable<string> lines)
    {
        Entries = [.. lines.Where(static line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    public IReadOnlyList<Entry> Entries { get; }

    public bool Allows(WordOccurrence occurrence) => Entries.Any(entry => entry.Allows(occurrence));

    private static Entry Parse(string line) =>
        line.Split('|', 3, StringSplitOptions.TrimEntries) is [{ Length: > 0 } path, { Length: > 0 } word, { Length: > 0 } reason]
            ? new Entry(path, word, reason)
            : throw new FormatException($"An exception has the form 'path pattern | word | reason': {line}");

    /// <param name="PathPattern">The path of a file, with <c>*</c> for any text.</param>
    /// <param name="Word">The word.</param>
    /// <param name="Reason">Why the word is correct there.</param>
    internal sealed record Entry(string PathPattern, string Word, string Reason)
    {
        public bool Allows(WordOccurrence occurrence) =>
            occurrence.Word == Word && FileSystemName.MatchesSimpleExpression(PathPattern, occurrence.Path, ignoreCase: false);
    }
}
