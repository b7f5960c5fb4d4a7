namespace OpenApi.Documents.Elements;

/// <summary>Finds the known name that a misspelled one resembles.</summary>
internal static class SimilarName
{
    /// <summary>Returns the most similar of the known names; null if none is similar.</summary>
    /// <param name="name">The name, which is not similar to itself.</param>
    /// <param name="known">The known names.</param>
    public static string? Find(string name, IEnumerable<string> known) =>
        known
            .Select(one => (Name: one, Distance: Distance(one, name)))
            .Where(static one => one.Distance > 0 && one.Distance <= MaxDistance(one.Name))
            .OrderBy(static one => one.Distance)
            .FirstOrDefault()
            .Name;

    /// <summary>Returns a question with the similar name, after a space; empty if there is none.</summary>
    /// <param name="similar">The similar name; null for none.</param>
    public static string Suggest(string? similar) => similar is null ? string.Empty : $" Did you mean `{similar}`?";

    /// <summary>
    /// Returns the number of changed characters up to which a name is a misspelled one: fewer in a short one, and none in one that is so
    /// short that other names differ in one character, such as <c>id</c> and <c>$id</c>.
    /// </summary>
    private static int MaxDistance(string known) =>
        known.Length switch
        {
            < 4 => 0,
            < 10 => 1,
            _ => 2,
        };

    /// <summary>Returns the number of characters to insert, remove or replace, with two exchanged ones as two.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int index = 0; index < one.Length; index++)
        {
            int diagonal = row[0];
            row[0]++;
            for (int column = 0; column < other.Length; column++)
            {
                int replaced = diagonal + (one[index] == other[column] ? 0 : 1);
                diagonal = row[column + 1];
                row[column + 1] = Math.Min(replaced, Math.Min(row[column], row[column + 1]) + 1);
            }
        }

        return row[^1];
    }
}
