using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
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
    public SchemaChange Below(string segment) => segment.Length == 0 ? this : this with { Path = segment + Path };
}
