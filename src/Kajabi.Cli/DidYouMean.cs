namespace Kajabi.Cli;

/// <summary>Suggests known names for an unknown one.</summary>
internal static class DidYouMean
{
    private const int MaxShown = 30;

    /// <summary>Returns a sentence with the similar names, or with the known names if none is similar.</summary>
    public static string Suggest(string name, IReadOnlyList<string> known)
    {
        List<string> similar =
        [
            .. known
                .Where(candidate =>
                    candidate.Contains(name, StringComparison.OrdinalIgnoreCase) || GetDistance(name, candidate) <= 1 + (name.Length / 4)
                )
                .OrderBy(candidate => GetDistance(name, candidate)),
        ];
        if (similar.Count > 0)
        {
            return $"Did you mean {string.Join(", ", similar.Take(5))}?";
        }

        string more = known.Count > MaxShown ? ", and more" : string.Empty;
        return $"Known names: {string.Join(", ", known.Order(StringComparer.Ordinal).Take(MaxShown))}{more}.";
    }

    /// <summary>Returns the Levenshtein distance, ignoring case.</summary>
    private static int GetDistance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
