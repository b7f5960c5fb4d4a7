using System.Globalization;

namespace Kajabi.Composer.Naming;

/// <summary>Validates the characters of names (paths, parameters, members, types and media types) and enum values.</summary>
internal static class SafeName
{
    /// <summary>Returns a description of the first character that is not allowed in a name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public static string? Forbidden(string name) => First(name, static character => character is '"' or '\'' or '`' or '\\');

    /// <summary>Returns a description of the first character that is not allowed in an enum value; null if there is none.</summary>
    /// <param name="value">The value.</param>
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
