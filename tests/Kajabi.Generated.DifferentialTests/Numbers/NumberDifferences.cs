using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;

namespace Kajabi.Tests.Numbers;

/// <summary>
/// The only differences that are allowed between the readers. <c>differences.txt</c> contains each one exactly; in other documents,
/// such numbers are replaced, so that everything else of the document is compared.
/// </summary>
internal static partial class NumberDifferences
{
    /// <summary>Gets the classes of numbers, each with the reason of the difference.</summary>
    public static IReadOnlyList<NumberClass> All { get; } = [];

    /// <summary>Returns the class of a number; null if both readers must read it alike.</summary>
    public static NumberClass? Find(string number) => All.FirstOrDefault(one => one.Matches(number));

    /// <summary>Replaces the numbers of a document that the readers are known to read differently by numbers of the same kind.</summary>
    public static DocumentCase ReplaceIn(DocumentCase one)
    {
        if (All.Count == 0 || !StringsAndNumbers().Matches(one.Text).Any(static match => IsDifferent(match)))
        {
            return one;
        }

        return one.With(StringsAndNumbers().Replace(one.Text, static match => IsDifferent(match) ? "7" : match.Value));
    }

    private static bool IsDifferent(Match match) => match.Value[0] is not ('"' or '\'') && Find(match.Value) is not null;

    // A string, or else a number, so that a number in a string is none. A string can end with the text.
    [GeneratedRegex(
        """  "(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | -?[0-9][0-9.eE+-]*  """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex StringsAndNumbers();
}
