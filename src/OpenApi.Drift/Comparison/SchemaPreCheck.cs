using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>A fast check that avoids a full comparison of most pairs of alternatives.</summary>
internal static class SchemaPreCheck
{
    public static bool AreAlike(NormalizedSchema before, NormalizedSchema after) =>
        before.IsUnknown
        || after.IsUnknown
        || (
            before.Types == after.Types
            && HaveSame(before.Values, after.Values)
            && before.Required.SetEquals(after.Required)
            && before.Properties.Count == after.Properties.Count
            && before.Properties.All(property =>
                after.Properties.TryGetValue(property.Key, out SchemaReference? other)
                && HaveSame(property.Value.Schema.Values, other.Schema.Values)
            )
        );

    private static bool HaveSame(SortedSet<string>? before, SortedSet<string>? after) =>
        before is null ? after is null : after is not null && before.SetEquals(after);
}
