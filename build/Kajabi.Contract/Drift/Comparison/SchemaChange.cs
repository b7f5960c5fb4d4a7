using Kajabi.Contract.Drift.Rules;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>One change inside a pair of schemas.</summary>
/// <param name="Rule">What happened.</param>
/// <param name="Path">Where, as a path from the pair, such as <c>.data[].id</c>.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
/// <param name="Place">The written schema to show, which is in the base for what is gone.</param>
internal sealed record SchemaChange(SchemaRule Rule, string Path, string? Before, string? After, JToken Place)
{
    public SchemaChange Below(string segment) => segment.Length == 0 ? this : this with { Path = segment + Path };
}
