using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Operations;

/// <summary>The identity of a change, which is the same at each location where the change is visible.</summary>
/// <param name="Node">The changed node.</param>
/// <param name="Segment">The path relative to the node.</param>
/// <param name="Id">The id of the rule.</param>
/// <param name="Severity">The severity, which differs between callbacks and other operations.</param>
/// <param name="Before">The old value.</param>
/// <param name="After">The new value.</param>
internal sealed record FindingGroupKey(JToken Node, string Segment, string Id, Severity Severity, string? Before, string? After);
