using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;

namespace Kajabi.Tests.Numbers;

/// <summary>
/// The only differences that are allowed between the readers. <c>differences.txt</c> contains each one exactly; in other documents,
/// such numbers are replaced, so that everything else of the document is compared.
/// </summary>
internal static partial class NumberDifferences
{
    private const string Replacement = "7";

    /// <summary>Gets the classes of numbers, each with the reason of the difference.</summary>
    public static IReadOnlyList<NumberClass> All { get; } = [];

    /// <summary>Returns the class of a number; null if both readers must read it alike.</summary>
    public static NumberClass? Find(string number) => All.FirstOrDefault(one => one.Matches(number));

    /// <summary>Replaces the numbers of a document that the readers are known to read differently.</summary>
    public static DocumentCase ReplaceIn(DocumentCase one)
    {
        string replaced = All.Count == 0 ? one.Text : ReplaceIn(one.Text, static number => Find(number) is not null);
        return replaced == one.Text ? one : one.With(replaced);
    }

    /// <summary>Replaces the numbers outside strings that match.</summary>
    public static string ReplaceIn(string json, Func<string, bool> isDifferent) =>
        StringsAndNumbers().Replace(json, match => match.Value[0] is '"' or '\'' || !isDifferent(match.Value) ? match.Value : Replacement);

    // A string, or else a number, so that a number in a string is none. A string can end with the text.
    [GeneratedRegex(
        """  "(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | -?[0-9][0-9.eE+-]*  """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex StringsAndNumbers();
}
