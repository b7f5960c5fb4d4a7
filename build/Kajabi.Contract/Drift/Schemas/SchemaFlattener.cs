using System.Runtime.CompilerServices;
using Kajabi.Contract.Drift.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>Takes written schemas apart into those that hold at once: what references mean, what <c>allOf</c> lists, the only alternative.</summary>
/// <param name="references">The references of the document.</param>
/// <param name="nulls">Tells the alternatives that only say null.</param>
/// <param name="ignoresBesideReference">Whether words beside <c>$ref</c> count for nothing, as in OpenAPI 3.0.</param>
internal sealed class SchemaFlattener(ReferenceTable references, NullabilityAnalyzer nulls, bool ignoresBesideReference)
{
    private static readonly string[] s_unionWords = ["oneOf", "anyOf"];

    /// <summary>The parts that hold at once.</summary>
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

        foreach (string word in s_unionWords)
        {
            if (map[word] is JArray { Count: > 0 } branches)
            {
                AddUnion(branches, word == "oneOf", flat);
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

    /// <summary>Alternatives without the one that says null; what stands directly within alternatives of its kind is part of them.</summary>
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
                && map.Properties().All(word => word.Name == kind || word.Name is "title" or "description")
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
