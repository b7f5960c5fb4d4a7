using OpenApi.Drift.Reading;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Operations;

/// <summary>Detects parameters that became a list and still accept a single value in the same notation.</summary>
internal static class SingleValueList
{
    private const JsonTypes Structured = JsonTypes.Object | JsonTypes.Array;

    /// <summary>Returns whether a single value became a list, and a list with this value is written like the value itself.</summary>
    public static bool Matches(NormalizedParameter before, NormalizedParameter after)
    {
        (NormalizedSchema left, NormalizedSchema right) = (before.Schema.Schema, after.Schema.Schema);
        bool wasSingle = !left.IsUnknown && left.Types != JsonTypes.None && (left.Types & Structured) == JsonTypes.None;
        bool isList =
            !right.IsUnknown
            && right
                is { Types: JsonTypes.Array, Values: null, Contains: null, Unions.Count: 0, PrefixItems.Count: 0, Counts.MaxItems: not 0 };
        return wasSingle && isList && HasSameNotation(before, after);
    }

    /// <summary>Returns whether a single value is written in the same way. A delimiter would split a string that contains it.</summary>
    private static bool HasSameNotation(NormalizedParameter before, NormalizedParameter after) =>
        before.MediaType is null
        && after.MediaType is null
        && before.Style == after.Style
        && before.Style is "form" or "simple"
        && ((after.Style == "form" && after.IsExploded) || !before.Schema.Schema.Types.HasFlag(JsonTypes.String));
}
