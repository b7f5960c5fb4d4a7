namespace OpenApi.Drift.Comparison;

/// <summary>Removes the changes of subtypes that are changes of the schema that they extend as well.</summary>
internal static class InheritedChanges
{
    public static IReadOnlyList<SchemaChange> Remove(IReadOnlyList<SchemaChange> changes)
    {
        if (changes.All(static change => !IsOfSubtype(change)))
        {
            return changes;
        }

        HashSet<(string Rule, string Path, string? Before, string? After)> common =
        [
            .. changes.Where(static change => !IsOfSubtype(change)).Select(Key),
        ];
        return [.. changes.Where(change => !IsOfSubtype(change) || !common.Contains(Key(change)))];
    }

    private static bool IsOfSubtype(SchemaChange change) => change.Path.Length != change.CommonPath.Length;

    private static (string Rule, string Path, string? Before, string? After) Key(SchemaChange change) =>
        (change.Rule.Change, change.CommonPath, change.Before, change.After);
}
