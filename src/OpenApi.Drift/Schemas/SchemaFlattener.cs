using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>
/// Flattens schemas into the parts that all apply: the targets of references, the members of <c>allOf</c>, and an only
/// alternative.
/// </summary>
/// <param name="references">The references of the document.</param>
/// <param name="nulls">Detects the alternatives that allow only null.</param>
/// <param name="ignoresBesideReference">Whether keywords beside <c>$ref</c> are ignored, as in OpenAPI 3.0.</param>
internal sealed class SchemaFlattener(ReferenceTable references, NullabilityAnalyzer nulls, bool ignoresBesideReference)
{
    private static readonly string[] s_unionKeywords = ["oneOf", "anyOf"];

    /// <summary>Returns the parts that all apply.</summary>
    public FlatSchema Flatten(IEnumerable<JToken> written)
    {
        FlatSchema flat = new();
        foreach (JToken schema in written)
        {
            Add(schema, flat);
        }

        return flat;
    }

    private void Add(JToken schema, FlatSchema flat)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (schema)
        {
            case JValue { Value: false }:
                flat.IsNever = true;
                break;
            case JObject map when flat.Seen.Add(map):
                AddMap(map, flat);
                break;
        }
    }

    private void AddMap(JObject map, FlatSchema flat)
    {
        if (ReferenceTable.ReferenceIn(map) is { } reference)
        {
            if (references.Target(reference) is { } target)
            {
                Add(target, flat);
            }
            else
            {
                flat.IsUnknown = true;
            }

            if (ignoresBesideReference)
            {
                return;
            }
        }

        flat.Parts.Add(map);
        foreach (JToken member in map["allOf"] as JArray ?? [])
        {
            Add(member, flat);
        }

        foreach (string keyword in s_unionKeywords)
        {
            if (map[keyword] is JArray { Count: > 0 } branches)
            {
                AddUnion(branches, keyword == "oneOf", flat);
            }
        }
    }

    private void AddUnion(JArray written, bool isExclusive, FlatSchema flat)
    {
        List<JToken> branches = [];
        AddBranches(written, isExclusive, branches, []);
        if (branches.Count == 1)
        {
            Add(branches[0], flat);
        }
        else
        {
            flat.Unions.Add((isExclusive, branches));
        }
    }

    /// <summary>Adds the alternatives without the null alternative. Directly nested alternatives of the same kind are flattened.</summary>
    private void AddBranches(JArray written, bool isExclusive, List<JToken> branches, HashSet<JArray> open)
    {
        if (!open.Add(written))
        {
            return;
        }

        string kind = isExclusive ? "oneOf" : "anyOf";
        foreach (JToken branch in written.Where(branch => !nulls.IsNullAlone(branch)))
        {
            if (
                references.Follow(branch) is { } map
                && map[kind] is JArray inner
                && map.Properties().All(keyword => keyword.Name == kind || keyword.Name is "title" or "description")
            )
            {
                AddBranches(inner, isExclusive, branches, open);
            }
            else
            {
                branches.Add(branch);
            }
        }
    }
}
