using System.Globalization;

namespace Kajabi.Contract.Compose;

/// <summary>Decides which characters a name in a contract (a path, parameter, member, type or media type) can contain.</summary>
internal static class SafeName
{
    /// <summary>Returns the first character that no name can contain, described for a message; null if there is none.</summary>
    /// <param name="name">The name as the contract has it.</param>
    public static string? Forbidden(string name) => First(name, static character => character is '"' or '\'' or '`' or '\\');

    /// <summary>Returns the first character that no value of an enum can contain, described for a message; null if there is none.</summary>
    /// <param name="value">The value as the contract has it.</param>
    public static string? ForbiddenInValue(string value) => First(value, static _ => false);

    private static string? First(string text, Func<char, bool> isForbidden)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (isForbidden(text[index]) || IsInvisible(text, index))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)text[index]:X4} at position {index + 1}");
            }
        }

        return null;
    }

    private static bool IsInvisible(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.Surrogate => !(index > 0 && char.IsSurrogatePair(text, index - 1)),
            UnicodeCategory.Format => text[index] is not ('\u200C' or '\u200D'),
            _ => text[index] is '\uFFFE' or '\uFFFF',
        };
}
