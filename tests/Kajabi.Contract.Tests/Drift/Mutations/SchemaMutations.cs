namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>Each edit of a schema, there and back, in an attribute that requests and answers share and in one other place in turn.</summary>
internal static class SchemaMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. ValueEdits
            .All.Concat(StructureEdits.Objects)
            .Concat(StructureEdits.Arrays)
            .Concat(StructureEdits.Combinations)
            .SelectMany(
                static (edit, index) =>
                    new[] { SchemaSlot.Attribute, SchemaSlot.Others[index % SchemaSlot.Others.Count] }.SelectMany(slot =>
                        new[] { Of(edit, slot, edit.Before, edit.After, edit.Forth), Of(edit, slot, edit.After, edit.Before, edit.Back) }
                    )
            ),
    ];

    private static Mutation Of(SchemaEdit edit, SchemaSlot slot, string before, string after, string changes) =>
        new(
            $"{slot.Name}: {before} -> {after}",
            root => slot.Put(root, Tree.Parse(before)),
            root => slot.Put(root, Tree.Parse(after)),
            [
                .. slot
                    .Places.Where(place => edit.OnlyFor is null || edit.OnlyFor == place.Usage.Direction)
                    .SelectMany(place =>
                        changes
                            .Split('|')
                            .Select(change =>
                                Of(edit, place.Usage, edit.Path.Length == 0 ? place.Whole : place.Inside, change[0], change[2..])
                            )
                    ),
            ]
        );

    private static Expected Of(SchemaEdit edit, Usage usage, string place, char effect, string change)
    {
        string path = (usage.JsonPath + edit.Path).TrimStart('.');
        return new Expected(
            Id(change, usage.Direction, place),
            Effects.Severity(effect, usage.Direction),
            usage.Operation,
            usage.Direction,
            $"{usage.Location} {path}".TrimEnd()
        );
    }

    private static string Id(string change, string direction, string place) =>
        (change, direction) switch
        {
            ("optional-property-added", "request") => "new-optional-request-property",
            ("required-property-added", "request") => "new-required-request-property",
            ("optional-property-added" or "required-property-added" or "property-removed", _) => $"{direction}-{change}",
            _ => $"{place}-{change}",
        };
}
