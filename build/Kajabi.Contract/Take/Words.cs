using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Take;

/// <summary>Puts our words into the vendor's structure: what describes a place in our contract describes it still, and the vendor's words stay out.</summary>
internal sealed class Words
{
    private static readonly HashSet<string> s_words = ["description", "summary", "title", "example", "examples"];

    // Below these every key is a name, even one that reads like a keyword.
    private static readonly HashSet<string> s_names =
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

    private readonly List<JToken> _silent = [];

    /// <summary>The places that the vendor describes and we do not yet, as they stand in the result.</summary>
    public IReadOnlyList<JToken> Silent => _silent;

    /// <param name="structure">The vendor's contract.</param>
    /// <param name="ours">Ours.</param>
    public JObject PutInto(JObject structure, JObject ours) => (JObject)Join(structure, ours, isNames: false);

    private JToken Join(JToken now, JToken? ours, bool isNames) =>
        (now, ours) switch
        {
            (JObject members, _) => JoinMembers(members, ours as JObject ?? [], isNames),
            (JArray items, _) => JoinItems(items, ours as JArray ?? []),
            _ => now.DeepClone(),
        };

    private JObject JoinMembers(JObject now, JObject ours, bool isNames)
    {
        JObject joined = [];

        // Our order where we have one, so that a comparison of the files shows what changed and nothing else.
        IEnumerable<string> names = ours.Properties()
            .Select(static member => member.Name)
            .Union(now.Properties().Select(static member => member.Name));
        foreach (string name in names)
        {
            bool isWord = !isNames && s_words.Contains(name);
            bool isExtension = !isNames && name.StartsWith("x-", StringComparison.Ordinal);
            if (isWord && ours[name] is { } word)
            {
                joined[name] = word.DeepClone();
            }
            else if (!isWord && !isExtension && now[name] is { } member)
            {
                joined[name] = Join(member, ours[name], isNames: !isNames && s_names.Contains(name) && member is JObject);
            }
        }

        if (!isNames && now["description"] is not null && ours["description"] is null)
        {
            _silent.Add(joined);
        }

        return joined;
    }

    private JArray JoinItems(JArray now, JArray ours)
    {
        List<string> keys = [.. now.Select(Key)];
        List<string> known = [.. ours.Select(Key)];
        JArray joined = [];
        foreach (string key in known.Where(keys.Contains).Concat(keys.Where(key => !known.Contains(key))))
        {
            int at = known.IndexOf(key);
            joined.Add(Join(now[keys.IndexOf(key)], at < 0 ? null : ours[at], isNames: false));
        }

        return joined;
    }

    /// <summary>What tells an item from its neighbours: a name, its value, or else its place.</summary>
    private static string Key(JToken item, int index) =>
        item switch
        {
            JObject { Count: > 0 } named when named["name"] is JValue name => $"{named["in"]} {name}",
            JValue value => $"{value.Type} {value}",
            _ => $"{index}",
        };
}
