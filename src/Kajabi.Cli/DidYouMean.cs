using Kajabi.Sandbox.Internal;

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

    private static int GetDistance(string left, string right) => Suggestion.GetDistance(left.ToLowerInvariant(), right.ToLowerInvariant());
}
