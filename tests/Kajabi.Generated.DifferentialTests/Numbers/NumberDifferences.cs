using System.Globalization;
using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;
using Newtonsoft.Json;

namespace Kajabi.Tests.Numbers;

/// <summary>
/// The differences in numbers that are allowed between the readers. <c>differences.txt</c> contains each one exactly; in other documents,
/// such numbers are replaced, so that everything else of the document is compared.
/// </summary>
internal static partial class NumberDifferences
{
    private const string Replacement = "7";
    private const int Int64Digits = 19;

    /// <summary>Gets the classes of numbers, each with the reason of the difference. The first one that matches applies.</summary>
    public static IReadOnlyList<NumberClass> All { get; } =
    [
        new(
            "beyond decimal",
            "The former reader rejects the whole document, because no decimal contains the number. The SDK preserves its text.",
            static number => IsJson(number) && IsFractional(number) && Parse(number) is null
        ),
        new(
            "negative zero",
            "The former reader reads it as zero and writes it without its sign. The SDK preserves its text.",
            static number => IsJson(number) && number[0] == '-' && !NonZeroDigit().IsMatch(Mantissa(number))
        ),
        new(
            "exponent",
            "The former reader writes it without the exponent. The SDK preserves its text.",
            static number => IsJson(number) && Mantissa(number).Length < number.Length
        ),
        new(
            "more digits than a decimal",
            "The former reader rounds it. The SDK preserves its text.",
            static number => IsJson(number) && IsFractional(number) && JsonConvert.ToString(Parse(number)) != number
        ),
        new(
            "exponent without digits",
            "It is no JSON. The former reader reads 1e+ as 1, the SDK as 1.0; both write 1.0.",
            static number => number.EndsWith('+') && !IsJson(number)
        ),
        new(
            "digits beyond 64 bits",
            "The former reader reads an integer as null where a decimal is declared, and writes a number as an id without its fraction.",
            static number =>
                IsJson(number)
                && number.Count(char.IsAsciiDigit) >= Int64Digits
                && !long.TryParse(number, CultureInfo.InvariantCulture, out _)
        )
        {
            IsPreserved = true,
        },
    ];

    /// <summary>Returns the class of a number; null if both readers must read it alike.</summary>
    public static NumberClass? Find(string number) => All.FirstOrDefault(one => one.Matches(number));

    /// <summary>Returns whether a text is a number in JSON, and not only for lenient readers.</summary>
    public static bool IsJson(string number) => JsonNumber().IsMatch(number);

    /// <summary>Replaces the numbers of a document that the readers are known to read differently.</summary>
    public static DocumentCase ReplaceIn(DocumentCase one)
    {
        string replaced = ReplaceIn(one.Text, static number => Find(number) is not null);
        return replaced == one.Text ? one : one.With(replaced);
    }

    /// <summary>Replaces the numbers outside strings that match.</summary>
    public static string ReplaceIn(string json, Func<string, bool> isDifferent) =>
        StringsAndNumbers().Replace(json, match => match.Value[0] is '"' or '\'' || !isDifferent(match.Value) ? match.Value : Replacement);

    private static bool IsFractional(string number) => number.AsSpan().ContainsAny('.', 'e', 'E');

    /// <summary>Returns the digits without the exponent.</summary>
    private static string Mantissa(string number) => number.Split('e', 'E')[0];

    /// <summary>Returns the value; null if no decimal contains it.</summary>
    private static decimal? Parse(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();

    [GeneratedRegex("[1-9]")]
    private static partial Regex NonZeroDigit();

    // A string, or else a number, so that a number in a string is none. A string can end with the text.
    [GeneratedRegex(
        """  "(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | -?[0-9][0-9.eE+-]*  """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex StringsAndNumbers();
}
