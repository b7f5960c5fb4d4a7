using System.Text.RegularExpressions;

namespace Kajabi.Build.Tests.Vocabulary;

/// <summary>The listed words, each with the term to use instead.</summary>
internal sealed partial class WordList
{
    private readonly Dictionary<string, string> _terms = new(StringComparer.Ordinal);
    private readonly Regex _words;

    /// <param name="lines">Lines of the form <c>word, word -> term</c>, and comments that start with <c>#</c>.</param>
    public WordList(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(static line => line.Length > 0 && line[0] != '#'))
        {
            string[] sides = line.Split(" -> ", 2);
            foreach (string word in sides[0].Split(", "))
            {
                _terms.Add(word, sides[1]);
            }
        }

        string words = string.Join('|', _terms.Keys.OrderByDescending(static word => word.Length).Select(Regex.Escape));
        _words = new Regex($"(?<![a-z])(?:{words})(?![a-z])", RegexOptions.Compiled | RegexOptions.CultureInvariant);
    }

    /// <summary>Returns the listed words in the path and the text of a file, each once for a line.</summary>
    public IEnumerable<WordOccurrence> Find(string path, string text) =>
        text.Split('\n')
            .Prepend(path)
            .SelectMany((line, number) => Words(line).Select(word => new WordOccurrence(path, number, word, _terms[word])));

    private IEnumerable<string> Words(string line) =>
        _words.Matches(PartsOfIdentifiers().Replace(line, " ").ToLowerInvariant()).Select(static match => match.Value).Distinct();

    // Between the words of HttpResponse, HTTPResponse and Http2Response.
    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex PartsOfIdentifiers();
}
