using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Merges the object keywords of schemas.</summary>
internal static class ObjectMerger
{
    private static readonly string[] s_keywords =
    [
        "properties",
        "required",
        "additionalProperties",
        "unevaluatedProperties",
        "patternProperties",
        "propertyNames",
        "dependentRequired",
        "dependentSchemas",
    ];

    public static void Add(IReadOnlyCollection<JObject> parts, NormalizedSchema schema, SchemaReader reader)
    {
        if (!HasAnyKeyword(parts, s_keywords))
        {
            return;
        }

        List<(string Pattern, JToken Schema)> patterns = Named(parts, "patternProperties");
        List<(string Name, JToken Schema)> properties = Named(parts, "properties");
        AddAll(schema.PatternProperties, patterns, reader);
        AddAll(schema.Properties, patterns.Count == 0 ? properties : [.. properties, .. Matched(properties, patterns)], reader);
        AddAll(schema.DependentSchemas, Named(parts, "dependentSchemas"), reader);

        // Applies to properties that no part declares: a closed part does not exclude the properties of other parts.
        schema.AdditionalProperties = Merged(
            schema.AdditionalProperties,
            parts,
            static part => part["additionalProperties"] ?? part["unevaluatedProperties"],
            reader
        );
        schema.PropertyNames = Merged(schema.PropertyNames, parts, static part => part["propertyNames"], reader);
        foreach (JObject part in parts)
        {
            schema.Required.UnionWith(Names(part["required"]));
            schema.DependentRequired.UnionWith(
                Named([part], "dependentRequired").SelectMany(static entry => Names(entry.Schema).Select(name => (entry.Name, name)))
            );
        }
    }

    /// <summary>Returns whether one of the parts has one of the keywords, which most schemas do not.</summary>
    public static bool HasAnyKeyword(IReadOnlyCollection<JObject> parts, string[] keywords)
    {
        foreach (JObject part in parts)
        {
            if (Array.Exists(keywords, part.ContainsKey))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the combination of the schemas; null if none restricts the value.</summary>
    public static SchemaReference? Merged(
        SchemaReference? known,
        IReadOnlyCollection<JObject> parts,
        Func<JObject, JToken?> written,
        SchemaReader reader
    )
    {
        List<JToken> found = [.. parts.Select(written).OfType<JToken>()];
        if (found.Count == 0)
        {
            return known;
        }

        SchemaReference source = reader.GetReference([.. known?.Written ?? [], .. found]);
        return source == reader.AnySchema ? null : source;
    }

    private static void AddAll(
        SortedDictionary<string, SchemaReference> known,
        List<(string Name, JToken Schema)> found,
        SchemaReader reader
    )
    {
        foreach ((string name, JToken schema) in found)
        {
            known[name] = known.TryGetValue(name, out SchemaReference? before)
                ? reader.GetReference([.. before.Written, schema])
                : reader.GetReference(schema);
        }
    }

    /// <summary>Returns the pattern schemas that apply to declared properties as well.</summary>
    private static IEnumerable<(string Name, JToken Schema)> Matched(
        List<(string Name, JToken Schema)> properties,
        List<(string Pattern, JToken Schema)> patterns
    ) =>
        properties.SelectMany(property =>
            patterns.Where(pattern => Matches(pattern.Pattern, property.Name)).Select(pattern => (property.Name, pattern.Schema))
        );

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

    private static List<(string Name, JToken Schema)> Named(IEnumerable<JObject> parts, string keyword)
    {
        List<(string Name, JToken Schema)> named = [];
        foreach (JObject part in parts)
        {
            if (part[keyword] is JObject map)
            {
                named.AddRange(map.Properties().Select(static member => (member.Name, member.Value)));
            }
        }

        return named;
    }

    private static IEnumerable<string> Names(JToken? list) => (list as JArray)?.Select(CanonicalJson.String).OfType<string>() ?? [];
}
