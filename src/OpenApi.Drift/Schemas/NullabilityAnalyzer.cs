using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Determines whether a schema allows null, in any of the notations.</summary>
/// <param name="references">The references of the document.</param>
/// <param name="ignoresBesideReference">Whether keywords beside <c>$ref</c> are ignored, as in OpenAPI 3.0.</param>
internal sealed class NullabilityAnalyzer(ReferenceTable references, bool ignoresBesideReference)
{
    private readonly Dictionary<JObject, bool?> _known = [];

    // A result that depends on a cycle is valid for this path only.
    private bool _foundCycle;

    /// <summary>Returns whether a schema allows null, which is assumed if it depends on a dangling reference.</summary>
    public bool Allows(JToken schema) => Allows(schema, []) != false;

    /// <summary>Returns whether a schema allows only null, like the additional alternative of a nullable value.</summary>
    public bool IsNullAlone(JToken schema)
    {
        JToken? at = references.Follow(schema);
        return at is JObject map
            && Allows(map)
            && (
                JsonTypeNames.Read(map["type"]) == JsonTypes.None
                || map["const"] is { Type: JTokenType.Null }
                || (map["enum"] is JArray { Count: > 0 } values && values.All(static value => value.Type == JTokenType.Null))
            );
    }

    /// <summary>Returns whether a schema allows null; null if it depends on a dangling reference.</summary>
    private bool? Allows(JToken schema, HashSet<JToken> path)
    {
        if (schema is JValue value)
        {
            return value.Value is not false;
        }

        if (schema is not JObject map)
        {
            return true;
        }

        if (_known.TryGetValue(map, out bool? known))
        {
            return known;
        }

        if (!path.Add(map))
        {
            _foundCycle = true;
            return true;
        }

        (bool foundCycleBefore, _foundCycle) = (_foundCycle, false);
        bool? allows = AllowsHere(map, path);
        path.Remove(map);
        if (!_foundCycle)
        {
            _known.Add(map, allows);
        }

        _foundCycle |= foundCycleBefore;
        return allows;
    }

    private bool? AllowsHere(JObject map, HashSet<JToken> path)
    {
        bool? target = true;
        if (ReferenceTable.ReferenceIn(map) is { } reference)
        {
            target = references.Target(reference) is { } resolved ? Allows(resolved, path) : null;
            if (ignoresBesideReference)
            {
                return target;
            }
        }

        // `nullable` applies even if the enum does not list null.
        if (CanonicalJson.IsTrue(map["nullable"]))
        {
            return true;
        }

        bool allowsValue =
            JsonTypeNames.AllowsNull(map["type"])
            && (map["enum"] is not JArray values || values.Any(static value => value.Type == JTokenType.Null))
            && (map["const"] is not { } constant || constant.Type == JTokenType.Null);
        return allowsValue ? All(Applicable(map, target, path)) : false;
    }

    /// <summary>Returns whether each of the schemas that apply allows null, one by one.</summary>
    private IEnumerable<bool?> Applicable(JObject map, bool? target, HashSet<JToken> path)
    {
        yield return target;
        foreach (JToken member in map["allOf"] as JArray ?? [])
        {
            yield return Allows(member, path);
        }

        yield return AllowsOne(map, "anyOf", path);
        yield return AllowsOne(map, "oneOf", path);
        yield return map["not"] is { } not ? !Allows(not, path) : true;
        yield return AllowsConditionally(map, path);
    }

    private bool? AllowsOne(JObject map, string keyword, HashSet<JToken> path) =>
        map[keyword] is JArray { Count: > 0 } branches ? !All(branches.Select(branch => !Allows(branch, path))) : true;

    /// <summary>Combines results until one is false: schemas that contain each other would take factorial time otherwise.</summary>
    private static bool? All(IEnumerable<bool?> results)
    {
        bool? all = true;
        foreach (bool? result in results)
        {
            all &= result;
            if (all == false)
            {
                break;
            }
        }

        return all;
    }

    private bool? AllowsConditionally(JObject map, HashSet<JToken> path)
    {
        if (map["if"] is not { } condition)
        {
            return true;
        }

        return Allows(condition, path) switch
        {
            true => AllowsIfPresent("then"),
            false => AllowsIfPresent("else"),
            null => (null | AllowsIfPresent("then")) & (null | AllowsIfPresent("else")),
        };

        bool? AllowsIfPresent(string keyword) => map[keyword] is { } consequence ? Allows(consequence, path) : true;
    }
}
