using Newtonsoft.Json.Linq;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Comparison;

/// <summary>A change between two versions of a schema.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The path relative to the schema, such as <c>.data[].id</c>.</param>
/// <param name="Before">The old value.</param>
/// <param name="After">The new value.</param>
/// <param name="Node">The node to report as the source position, which is in the base for a removed element.</param>
internal sealed record SchemaChange(SchemaRule Rule, string Path, string? Before, string? After, JToken Node)
{
    /// <summary>Gets the path without the subtypes in it.</summary>
    public string CommonPath { get; init; } = Path;

    /// <summary>Gets the path relative to the changed schema itself.</summary>
    public string Segment { get; } = Path;

    /// <summary>Gets the number of paths to the change, if only the shortest of them is reported.</summary>
    public long Places { get; init; } = 1;

    /// <summary>Gets whether the path starts with a subtype of the value itself.</summary>
    private bool IsInSubtype { get; init; }

    public SchemaChange Below(string segment) => Below(segment, segment);

    /// <summary>Returns the change of an enclosing schema.</summary>
    /// <param name="path">The path of this schema in the enclosing schema.</param>
    /// <param name="commonPath">The same path without subtypes.</param>
    public SchemaChange Below(string path, string commonPath) =>
        path.Length == 0 ? this : this with { Path = path + Path, CommonPath = commonPath + CommonPath, IsInSubtype = false };

    public SchemaChange Below(NestedPair nested) =>
        !nested.IsSubtype ? Below(nested.Segment)
        : IsInSubtype ? this
        : Below(nested.Segment, string.Empty) with { IsInSubtype = true };
}
