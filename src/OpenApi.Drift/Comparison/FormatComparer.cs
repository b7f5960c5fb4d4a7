using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares formats, some of which include others.</summary>
internal static class FormatComparer
{
    private static readonly (string Narrow, string Wide)[] s_within =
    [
        ("int32", "int64"),
        ("float", "double"),
        ("int8", "int16"),
        ("int16", "int32"),
        ("email", "idn-email"),
        ("hostname", "idn-hostname"),
        ("uri", "uri-reference"),
        ("uri", "iri"),
        ("uri-reference", "iri-reference"),
        ("iri", "iri-reference"),
    ];

    /// <param name="pair">The schemas.</param>
    /// <param name="before">The formats of the base.</param>
    /// <param name="after">The formats of the revision.</param>
    public static void Compare(SchemaPair pair, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        List<string> removed = [.. before.Except(after)];
        List<string> added = [.. after.Except(before)];
        if (removed.Count + added.Count > 0)
        {
            pair.Add(Rule(removed, added), Text(before), Text(after));
        }
    }

    private static SchemaRule Rule(List<string> removed, List<string> added) =>
        (removed, added) switch
        {
            ([], _) => ValueRules.FormatAdded,
            (_, []) => ValueRules.FormatRemoved,
            ([var before], [var after]) when IsWithin(before, after) => ValueRules.FormatGeneralized,
            ([var before], [var after]) when IsWithin(after, before) => ValueRules.FormatSpecialized,
            _ => ValueRules.FormatChanged,
        };

    private static bool IsWithin(string narrow, string wide) =>
        Array.Exists(s_within, step => step.Narrow == narrow && (step.Wide == wide || IsWithin(step.Wide, wide)));

    private static string? Text(IReadOnlyList<string> formats) => formats.Count == 0 ? null : string.Join(" and ", formats);
}
