using System.Text.RegularExpressions;
using Kajabi.Contract.Drift.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>Merges what written schemas say of objects.</summary>
internal static class ObjectMerger
{
    public static void Add(IReadOnlyCollection<JObject> parts, WireSchema schema, SchemaReader reader)
    {
        List<(string Pattern, JToken Schema)> patterns = [.. parts.SelectMany(static part => Named(part, "patternProperties"))];
        AddAll(schema.PatternProperties, patterns, reader);
        IEnumerable<(string Name, JToken Schema)> properties = parts.SelectMany(static part => Named(part, "properties"));
        AddAll(schema.Properties, [.. properties, .. Matched(properties, patterns)], reader);
        AddAll(schema.DependentSchemas, [.. parts.SelectMany(static part => Named(part, "dependentSchemas"))], reader);

        // Beyond what any of them declares: a closed part does not close out what its neighbour declares, which is what people mean.
        schema.AdditionalProperties = Merged(schema.AdditionalProperties, parts.Select(static part => part["additionalProperties"] ?? part["unevaluatedProperties"]), reader);
        schema.PropertyNames = Merged(schema.PropertyNames, parts.Select(static part => part["propertyNames"]), reader);
        foreach (JObject part in parts)
        {
            schema.Required.UnionWith(Names(part["required"]));
            schema.DependentRequired.UnionWith(Named(part, "dependentRequired").SelectMany(static entry => Names(entry.Schema).Select(name => (entry.Name, name))));
        }
    }

    /// <summary>All of the schemas at once; null when none of them says anything.</summary>
    public static SchemaSource? Merged(SchemaSource? known, IEnumerable<JToken?> written, SchemaReader reader)
    {
        SchemaSource source = reader.Source([.. known?.Written ?? [], .. written.OfType<JToken>()]);
        return source == reader.Anything ? null : source;
    }

    private static void AddAll(SortedDictionary<string, SchemaSource> known, IReadOnlyCollection<(string Name, JToken Schema)> found, SchemaReader reader)
    {
        foreach (IGrouping<string, (string Name, JToken Schema)> group in found.GroupBy(static entry => entry.Name))
        {
            IEnumerable<JToken> before = known.TryGetValue(group.Key, out SchemaSource? source) ? source.Written : [];
            known[group.Key] = reader.Source(before.Concat(group.Select(static entry => entry.Schema)));
        }
    }

    /// <summary>A declared property has to fit the patterns that its name matches, too.</summary>
    private static IEnumerable<(string Name, JToken Schema)> Matched(IEnumerable<(string Name, JToken Schema)> properties, List<(string Pattern, JToken Schema)> patterns) =>
        patterns.Count == 0 ? [] : properties.SelectMany(property => patterns.Where(pattern => Matches(pattern.Pattern, property.Name)).Select(pattern => (property.Name, pattern.Schema)));

    private static bool Matches(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.ECMAScript, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Name, JToken Schema)> Named(JObject part, string word) =>
        (part[word] as JObject)?.Properties().Select(static member => (member.Name, member.Value)) ?? [];

    private static IEnumerable<string> Names(JToken? list) => (list as JArray)?.Select(JsonText.String).OfType<string>() ?? [];
}
