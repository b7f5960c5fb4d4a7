using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>
/// Finds alternatives that a value can match at the same time, which <c>oneOf</c> rejects. A property whose values differ is
/// assumed to distinguish objects, even if it is optional.
/// </summary>
internal static class BranchOverlap
{
    /// <summary>The maximum nesting of properties that are compared, so that recursion ends.</summary>
    private const int MaxDepth = 4;

    /// <summary>Returns the first two alternatives that overlap; null if there are none.</summary>
    public static (NormalizedSchema First, NormalizedSchema Second)? Find(IReadOnlyList<SchemaReference> branches)
    {
        for (int first = 0; first < branches.Count; first++)
        {
            for (int second = first + 1; second < branches.Count; second++)
            {
                (NormalizedSchema left, NormalizedSchema right) = (branches[first].Schema, branches[second].Schema);
                if (!AreDistinct(left, right, depth: 0))
                {
                    return (left, right);
                }
            }
        }

        return null;
    }

    private static bool AreDistinct(NormalizedSchema left, NormalizedSchema right, int depth)
    {
        JsonTypes common = left.Types & right.Types;
        if (common == JsonTypes.None || left.IsUnknown || right.IsUnknown || HasDistinctValues(left, right))
        {
            return true;
        }

        return common == JsonTypes.Object
            ? left.Unions.Count + right.Unions.Count > 0 || AreDistinctObjects(left, right, depth)
            : !left.HasOnlyTypes && !right.HasOnlyTypes;
    }

    private static bool HasDistinctValues(NormalizedSchema left, NormalizedSchema right) =>
        left.Values is not null && right.Values is not null && !left.Values.Overlaps(right.Values);

    private static bool AreDistinctObjects(NormalizedSchema left, NormalizedSchema right, int depth) =>
        Excludes(left, right)
        || Excludes(right, left)
        || left.Properties.Any(property =>
            right.Properties.TryGetValue(property.Key, out SchemaReference? other)
            && AreDistinctProperties(
                property.Value.Schema,
                other.Schema,
                left.Required.Contains(property.Key) || right.Required.Contains(property.Key),
                depth + 1
            )
        );

    private static bool AreDistinctProperties(NormalizedSchema left, NormalizedSchema right, bool isRequired, int depth) =>
        HasDistinctValues(left, right) || (isRequired && depth < MaxDepth && AreDistinct(left, right, depth));

    /// <summary>Returns whether an object is closed and does not declare a property that the other requires.</summary>
    private static bool Excludes(NormalizedSchema closed, NormalizedSchema other) =>
        closed.AdditionalProperties?.Schema.IsNever == true
        && closed.PatternProperties.Count == 0
        && other.Required.Any(name => !closed.Properties.ContainsKey(name));
}
