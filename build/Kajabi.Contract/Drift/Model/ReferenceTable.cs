using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>Finds what references inside one document point to.</summary>
/// <param name="root">The document.</param>
/// <param name="defects">Takes references that lead nowhere.</param>
internal sealed class ReferenceTable(JObject root, DefectList defects)
{
    private static readonly string[] s_anchorWords = ["$anchor", "$dynamicAnchor"];

    private readonly Dictionary<string, JToken?> _targets = [];
    private Dictionary<string, JToken>? _anchors;

    /// <summary>The reference that stands in an object, or null when it is none.</summary>
    public static JValue? ReferenceIn(JToken? token) =>
        token is JObject map && (map["$ref"] ?? map["$dynamicRef"]) is JValue { Value: string } reference ? reference : null;

    /// <summary>What a reference points to; null, and a defect, when that is nothing.</summary>
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
            defects.Add(Rule.DanglingReference, reference, $"The reference `{pointer}` leads nowhere.");
        }

        return target;
    }

    /// <summary>The object itself or, at the end of its references, the one that is meant; null when it leads nowhere.</summary>
    public JObject? Follow(JToken? token)
    {
        JToken? at = token;
        HashSet<JToken> seen = [];
        while (ReferenceIn(at) is { } reference)
        {
            if (!seen.Add(at!))
            {
                defects.Add(Rule.DanglingReference, reference, $"The reference `{reference.Value}` leads back to itself.");
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
            .SelectMany(static map => s_anchorWords.Select(word => (Name: CanonicalJson.String(map[word]), Map: map)))
            .Where(static anchor => anchor.Name is not null)
            .GroupBy(static anchor => anchor.Name!)
            .ToDictionary(static group => group.Key, static group => (JToken)group.First().Map);
}
