namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int MaxLength = 100;

    /// <summary>
    /// Returns the nearest valid name: one that a few edits turn the text into, or that starts with it; null if there is none.
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

    // Words are separated by underscores: email is a part of email_contains, and email_eq shares its first word with it.
    private static bool IsPart(string text, string name) =>
        name.StartsWith(text, StringComparison.Ordinal)
        || name.StartsWith($"{text[..(text.LastIndexOf('_') is > 0 and var end ? end : text.Length)]}_", StringComparison.Ordinal);

    /// <summary>Returns the number of edits of single characters (Levenshtein distance).</summary>
    private static int GetDistance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = [row, .. new int[right.Length]];
            for (int column = 1; column <= right.Length; column++)
            {
                int replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
