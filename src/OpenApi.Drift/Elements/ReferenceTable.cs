using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Elements;

/// <summary>Resolves the references of a document.</summary>
/// <param name="root">The document.</param>
/// <param name="defects">Receives dangling and circular references.</param>
internal sealed class ReferenceTable(JObject root, FindingCollector defects)
{
    private static readonly string[] s_anchorKeywords = ["$anchor", "$dynamicAnchor"];

    private readonly Dictionary<string, JToken?> _targets = [];
    private Dictionary<string, JToken>? _anchors;

    /// <summary>Gets the schemas of the components; null if there are none.</summary>
    public JObject? Schemas => root["components"] is JObject components ? components["schemas"] as JObject : null;

    /// <summary>Returns the reference in an object, or null if there is none.</summary>
    public static JValue? ReferenceIn(JToken? token) =>
        token is JObject map && (map["$ref"] ?? map["$dynamicRef"]) is JValue { Value: string } reference ? reference : null;

    /// <summary>Returns the target of a reference; null, and a defect, if there is none.</summary>
    public JToken? Target(JValue reference)
    {
        string pointer = (string)reference.Value!;
        if (!_targets.TryGetValue(pointer, out JToken? target))
        {
            target = Find(pointer);
            _targets[pointer] = target;
        }

        if (target is null)
        {
            defects.Add(DocumentRules.DanglingReference, reference, $"The target of the reference `{pointer}` does not exist.");
        }

        return target;
    }

    /// <summary>Returns the object, or the target of its references; null if a reference is dangling or circular.</summary>
    public JObject? Follow(JToken? token)
    {
        JToken? at = token;
        HashSet<JToken> seen = [];
        while (ReferenceIn(at) is { } reference)
        {
            if (!seen.Add(at!))
            {
                defects.Add(DocumentRules.DanglingReference, reference, $"The reference `{reference.Value}` is circular.");
                return null;
            }

            at = Target(reference);
        }

        return at as JObject;
    }

    private JToken? Find(string pointer)
    {
        if (pointer.Length == 0 || pointer[0] != '#')
        {
            return null;
        }

        if (pointer.Length > 1 && pointer[1] != '/')
        {
            return Anchors().GetValueOrDefault(pointer[1..]);
        }

        JToken? at = root;
        foreach (string part in pointer.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(part)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            at = at switch
            {
                JObject map => map[name],
                JArray list when int.TryParse(name, out int index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }

        return at;
    }

    private Dictionary<string, JToken> Anchors() =>
        _anchors ??= root.Descendants()
            .OfType<JObject>()
            .SelectMany(static map => s_anchorKeywords.Select(keyword => (Name: CanonicalJson.String(map[keyword]), Map: map)))
            .Where(static anchor => anchor.Name is not null)
            .GroupBy(static anchor => anchor.Name!)
            .ToDictionary(static group => group.Key, static group => (JToken)group.First().Map);
}
