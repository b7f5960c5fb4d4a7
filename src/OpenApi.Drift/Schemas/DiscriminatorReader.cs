using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Reads discriminators.</summary>
internal static class DiscriminatorReader
{
    private const string Components = "#/components/schemas/";

    /// <param name="part">The part of a schema that can have a discriminator.</param>
    /// <param name="parts">All parts of the schema.</param>
    /// <param name="reader">Reads the alternatives.</param>
    public static SchemaDiscriminator? Read(JObject part, IReadOnlyCollection<JObject> parts, SchemaReader reader)
    {
        if (part["discriminator"] is not JObject discriminator || CanonicalJson.String(discriminator["propertyName"]) is not { } property)
        {
            return null;
        }

        SortedDictionary<string, SchemaReference> mapping = new(StringComparer.Ordinal);
        foreach (JProperty entry in (discriminator["mapping"] as JObject)?.Properties() ?? [])
        {
            if (CanonicalJson.String(entry.Value) is { } target)
            {
                mapping[entry.Name] = FromReference(target.Contains('/', StringComparison.Ordinal) ? target : Components + target);
            }
        }

        // Without a mapping, the component name is the value of the property.
        IEnumerable<JToken> branches = (part["oneOf"] as JArray ?? []).Concat(part["anyOf"] as JArray ?? []);
        foreach (
            string reference in branches
                .Select(static branch => CanonicalJson.String(branch is JObject map ? map["$ref"] : null))
                .OfType<string>()
        )
        {
            SchemaReference source = FromReference(reference);
            if (!mapping.ContainsValue(source))
            {
                mapping.TryAdd(reference[(reference.LastIndexOf('/') + 1)..], source);
            }
        }

        foreach (JProperty subtype in reader.Inheritance.Subtypes(part, parts))
        {
            SchemaReference source = reader.GetReference(subtype.Value);
            if (!mapping.ContainsValue(source))
            {
                mapping.TryAdd(subtype.Name, source);
            }
        }

        return new SchemaDiscriminator(property, mapping, mapping.Keys.Where(IsSubtype).ToHashSet(StringComparer.Ordinal));

        bool IsSubtype(string value) => mapping[value].Written is [var written] && reader.Inheritance.IsSubtype(written, part);
        SchemaReference FromReference(string reference) => reader.FromReference(reference);
    }
}
