namespace Kajabi.Sandbox.Internal;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int MaxLength = 100;

    /// <summary>
    /// Returns the nearest valid name: one that a few edits turn the text into, or that starts or ends with it; null if there is none.
    /// </summary>
    public static string? Find(string text, IReadOnlyList<string> names)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        (string Name, int Distance)[] candidates =
        [
            .. names
                .Select(name => (name, Distance: GetDistance(text, name)))
                .OrderBy(static candidate => candidate.Distance)
                .ThenBy(static candidate => candidate.name, StringComparer.Ordinal),
        ];
        return Array.Find(candidates, candidate => candidate.Distance <= Math.Max(2, text.Length / 4)).Name
            ?? Array.Find(candidates, candidate => IsPart(text, candidate.Name)).Name;
    }

    /// <summary>
    /// Returns the valid name of which the text is a misspelling: another notation of it (<c>phoneNumber</c>), or one or two edits away;
    /// null if there is none. A name that only resembles a valid one is none.
    /// </summary>
    public static string? FindMisspelled(string text, IReadOnlyList<string> names)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        string letters = GetLetters(text);
        int limit = text.Length < 5 ? 1 : 2;
        return names.FirstOrDefault(name => GetLetters(name) == letters)
            ?? names.Where(name => GetDistance(text, name) <= limit).MinBy(name => GetDistance(text, name));
    }

    /// <summary>Returns the sentence that asks for a name, after a space; empty if there is none.</summary>
    public static string Ask(string? name) => name is null ? string.Empty : $" Did you mean {name}?";

    /// <summary>
    /// Returns the number of edits of single characters, of which one exchanges two neighbors (optimal string alignment distance).
    /// Case matters.
    /// </summary>
    public static int GetDistance(string left, string right)
    {
        int[] beforePrevious = [];
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = [row, .. new int[right.Length]];
            for (int column = 1; column <= right.Length; column++)
            {
                int replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[right.Length];
    }

    private static string GetLetters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Words are separated by underscores: email is a part of email_contains, and email_eq shares its first word with it.
    private static bool IsPart(string text, string name) =>
        name.StartsWith(text, StringComparison.Ordinal)
        || name.EndsWith($"_{text}", StringComparison.Ordinal)
        || name.StartsWith($"{text[..(text.LastIndexOf('_') is > 0 and var end ? end : text.Length)]}_", StringComparison.Ordinal);
}
