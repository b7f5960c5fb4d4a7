using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Reading;

/// <summary>Expands YAML merge keys: <c>&lt;&lt;: *shared</c> adds the members that a mapping does not define itself.</summary>
internal static class MergeKeys
{
    public const string Key = "<<";

    public static void Expand(JToken token)
    {
        foreach (JToken child in token.Children().ToList())
        {
            Expand(child);
        }

        if (token is not JObject map || map.Property(Key) is not { } merge)
        {
            return;
        }

        List<JObject> sources = [.. (merge.Value as JArray ?? [merge.Value]).OfType<JObject>()];
        if (sources.Count == 0)
        {
            return;
        }

        merge.Remove();
        foreach (
            JProperty member in sources.SelectMany(static source => source.Properties()).Where(member => map.Property(member.Name) is null)
        )
        {
            map.Add(member.DeepClone());
        }
    }
}
