using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Applies each schema edit in both directions to an attribute of requests and responses, and to one other slot in turn.</summary>
internal static class SchemaMutations
{
    public static IReadOnlyList<SchemaEdit> Edits { get; } =
    [.. ValueEdits.All, .. StructureEdits.Objects, .. StructureEdits.Arrays, .. StructureEdits.Combinations];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. Edits.SelectMany(
            static (edit, index) =>
                new[] { SchemaSlot.Attribute, SchemaSlot.Others[index % SchemaSlot.Others.Count] }.SelectMany(slot =>
                    new[]
                    {
                        CreateMutation(
                            edit,
                            slot,
                            edit.Before,
                            edit.After,
                            slot == SchemaSlot.Query ? edit.ForwardInQuery ?? edit.Forward : edit.Forward
                        ),
                        CreateMutation(edit, slot, edit.After, edit.Before, edit.Reverse),
                    }
                )
        ),
    ];

    private static Mutation CreateMutation(SchemaEdit edit, SchemaSlot slot, string before, string after, string changes) =>
        new(
            $"{slot.Name}: {before} -> {after}",
            root => slot.Insert(root, JsonTree.Parse(before)),
            root => slot.Insert(root, JsonTree.Parse(after)),
            [
                .. slot
                    .Locations.Where(location => edit.OnlyFor is null || edit.OnlyFor == location.Usage.Direction)
                    .SelectMany(location =>
                        changes
                            .Split('|')
                            .Select(change =>
                                CreateExpected(
                                    edit,
                                    location.Usage,
                                    edit.Path.Length == 0 ? location.Value : location.Nested,
                                    change[0],
                                    change[2..]
                                )
                            )
                    ),
            ]
        );

    private static Expected CreateExpected(SchemaEdit edit, Usage usage, string location, char effect, string change)
    {
        string path = (usage.JsonPath + edit.Path).TrimStart('.');
        return new Expected(
            Id(change, usage.Direction, location),
            Effects.Severity(effect, usage.Direction),
            usage.Operation,
            usage.Direction,
            $"{usage.Location} {path}".TrimEnd()
        );
    }

    private static string Id(string change, string direction, string location) =>
        (change, direction) switch
        {
            ("optional-property-added", "request") => "new-optional-request-property",
            ("required-property-added", "request") => "new-required-request-property",
            ("optional-property-added" or "required-property-added" or "property-removed", _) => $"{direction}-{change}",
            _ => $"{location}-{change}",
        };
}
