using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Update;

/// <summary>Merges our descriptions into the vendor's document. The vendor's descriptions are removed.</summary>
internal sealed class DescriptionMerger
{
    private static readonly HashSet<string> s_descriptionKeywords = ["description", "summary", "title", "example", "examples"];

    // The keys below these members are names, even if they equal a keyword.
    private static readonly HashSet<string> s_nameMaps =
    [
        "paths",
        "responses",
        "content",
        "properties",
        "patternProperties",
        "schemas",
        "parameters",
        "headers",
        "requestBodies",
        "securitySchemes",
        "callbacks",
        "$defs",
        "scopes",
        "mapping",
        "variables",
        "encoding",
    ];

    private readonly List<JToken> _undescribed = [];

    /// <summary>Gets the elements of the result that the vendor describes and we do not.</summary>
    public IReadOnlyList<JToken> Undescribed => _undescribed;

    /// <param name="structure">The vendor's document.</param>
    /// <param name="ours">Our document.</param>
    public JObject Merge(JObject structure, JObject ours) => (JObject)MergeToken(structure, ours, isNames: false);

    private JToken MergeToken(JToken theirs, JToken? ours, bool isNames) =>
        (theirs, ours) switch
        {
            (JObject members, _) => MergeMembers(members, ours as JObject ?? [], isNames),
            (JArray items, _) => MergeItems(items, ours as JArray ?? []),
            _ => theirs.DeepClone(),
        };

    private JObject MergeMembers(JObject theirs, JObject ours, bool isNames)
    {
        JObject merged = [];

        // Keeps our order, so that a diff of the files shows only the changes.
        IEnumerable<string> names = ours.Properties()
            .Select(static member => member.Name)
            .Union(theirs.Properties().Select(static member => member.Name));
        foreach (string name in names)
        {
            bool isDescription = !isNames && s_descriptionKeywords.Contains(name);
            bool isExtension = !isNames && name.StartsWith("x-", StringComparison.Ordinal);
            if (isDescription && ours[name] is { } description)
            {
                merged[name] = description.DeepClone();
            }
            else if (!isDescription && !isExtension && theirs[name] is { } member)
            {
                merged[name] = MergeToken(member, ours[name], isNames: !isNames && s_nameMaps.Contains(name) && member is JObject);
            }
        }

        if (!isNames && theirs["description"] is not null && ours["description"] is null)
        {
            _undescribed.Add(merged);
        }

        return merged;
    }

    private JArray MergeItems(JArray theirs, JArray ours)
    {
        List<string> keys = [.. theirs.Select(Key)];
        List<string> known = [.. ours.Select(Key)];
        JArray merged = [];
        foreach (string key in known.Where(keys.Contains).Concat(keys.Where(key => !known.Contains(key))))
        {
            int index = known.IndexOf(key);
            merged.Add(MergeToken(theirs[keys.IndexOf(key)], index < 0 ? null : ours[index], isNames: false));
        }

        return merged;
    }

    /// <summary>Returns the key of an item: its name, its value, or otherwise its index.</summary>
    private static string Key(JToken item, int index) =>
        item switch
        {
            JObject { Count: > 0 } named when named["name"] is JValue name => $"{named["in"]} {name}",
            JValue value => $"{value.Type} {value}",
            _ => $"{index}",
        };
}
