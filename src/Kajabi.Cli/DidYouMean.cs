namespace Kajabi.Cli;

/// <summary>Finds what a user may have meant.</summary>
internal static class DidYouMean
{
    private const int MaxShown = 30;

    /// <summary>A sentence that names the known words, or the near ones where there are many.</summary>
    public static string Suggest(string word, IReadOnlyList<string> known)
    {
        List<string> near =
        [
            .. known
                .Where(candidate =>
                    candidate.Contains(word, StringComparison.OrdinalIgnoreCase) || Distance(word, candidate) <= 1 + (word.Length / 4)
                )
                .OrderBy(candidate => Distance(word, candidate)),
        ];
        if (near.Count > 0)
        {
            return $"Did you mean {string.Join(", ", near.Take(5))}?";
        }

        string more = known.Count > MaxShown ? ", and more" : string.Empty;
        return $"It takes {string.Join(", ", known.Order(StringComparer.Ordinal).Take(MaxShown))}{more}.";
    }

    /// <summary>How many letters must be added, removed or changed to get from one word to the other.</summary>
    private static int Distance(string left, string right)
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
