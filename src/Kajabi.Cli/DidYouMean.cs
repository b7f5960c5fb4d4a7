namespace Kajabi.Cli;

/// <summary>Suggests known names for an unknown one.</summary>
internal static class DidYouMean
{
    private const int MaxShown = 30;

    /// <summary>Returns a sentence with the similar names, or with the known names if none is similar.</summary>
    public static string Suggest(string name, IReadOnlyList<string> known)
    {
        IReadOnlyList<string> similar = FindSimilar(name, known);
        if (similar.Count > 0)
        {
            return $"Did you mean {string.Join(", ", similar.Take(5))}?";
        }

        string more = known.Count > MaxShown ? ", and more" : string.Empty;
        return $"Known names: {string.Join(", ", known.Order(StringComparer.Ordinal).Take(MaxShown))}{more}.";
    }

    /// <summary>Returns the similar names, the most similar one first.</summary>
    public static IReadOnlyList<string> FindSimilar(string name, IReadOnlyList<string> known) =>
        [
            .. known
                .Where(candidate =>
                    candidate.Contains(name, StringComparison.OrdinalIgnoreCase) || GetDistance(name, candidate) <= 1 + (name.Length / 4)
                )
                .OrderBy(candidate => GetDistance(name, candidate)),
        ];

    /// <summary>Returns the number of edits, ignoring case. Two letters in the wrong order are one edit.</summary>
    private static int GetDistance(string left, string right)
    {
        (left, right) = (left.ToLowerInvariant(), right.ToLowerInvariant());
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        int[] previous = row;
        for (int i = 1; i <= left.Length; i++)
        {
            (int[] before, previous, row) = (previous, row, new int[right.Length + 1]);
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(cost, Math.Min(previous[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
