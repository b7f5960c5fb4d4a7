using System.Text.RegularExpressions;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Operations;

/// <summary>
/// Detects paths that moved to another prefix: only the beginning differs, and it was added, removed, or names an API
/// or version on both sides. So <c>/v1/contacts/{id}/tags</c> never becomes <c>/v1/customers/{id}/tags</c>.
/// </summary>
internal static partial class PathMoveDetector
{
    public static bool IsMove(PathTemplate before, PathTemplate after)
    {
        (IReadOnlyList<string> left, IReadOnlyList<string> right) = (before.Segments, after.Segments);
        int common = 0;
        while (common < Math.Min(left.Count, right.Count) && left[^(common + 1)] == right[^(common + 1)])
        {
            common++;
        }

        List<string> prefixBefore = [.. left.Take(left.Count - common)];
        List<string> prefixAfter = [.. right.Take(right.Count - common)];
        IEnumerable<string> prefixes = prefixBefore.Concat(prefixAfter);
        return prefixes.Any()
            && left.TakeLast(common).Any(IsName)
            && prefixes.All(IsName)
            && (prefixBefore.Count == 0 || prefixAfter.Count == 0 || prefixes.All(static segment => ApiOrVersion().IsMatch(segment)));
    }

    [GeneratedRegex(@"^(api|apis|rest|public|v\d+([._]\d+)*|\d{4}-\d{2}(-\d{2})?)$", RegexOptions.IgnoreCase)]
    private static partial Regex ApiOrVersion();

    private static bool IsName(string segment) => !segment.Contains('{', StringComparison.Ordinal);
}
