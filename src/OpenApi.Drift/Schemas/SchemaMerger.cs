using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Merges schemas that all apply into one.</summary>
/// <param name="schema">The target.</param>
/// <param name="reader">Reads nested schemas.</param>
internal sealed class SchemaMerger(NormalizedSchema schema, SchemaReader reader)
{
    // Every string matches these patterns.
    private static readonly string[] s_patternsOfAll = ["", "^", ".*", "^.*"];

    /// <param name="parts">The declared schemas.</param>
    /// <param name="withTypes">False if <c>type</c> was already evaluated.</param>
    public void Add(IReadOnlyCollection<JObject> parts, bool withTypes)
    {
        foreach (JObject part in parts)
        {
            if (withTypes)
            {
                AddType(part);
            }

            AddFlags(part);
            AddValues(part);
            AddNumbers(part);
            AddCounts(part);
            AddText(part);
            AddLogic(part);
            schema.Discriminator ??= DiscriminatorReader.Read(part, parts, reader);
        }

        ObjectMerger.Add(parts, schema, reader);
        ArrayMerger.Add(parts, schema, reader);
    }

    /// <summary>Restricts the values to those listed.</summary>
    public void Restrict(IEnumerable<string> values)
    {
        SortedSet<string> listed = new(values, StringComparer.Ordinal);
        if (schema.Values is null)
        {
            schema.Values = listed;
        }
        else
        {
            schema.Values.IntersectWith(listed);
        }
    }

    /// <summary>Restricts the types. A string with properties can mean an object, and an object with items an array.</summary>
    private void AddType(JObject part)
    {
        JsonTypes declared = JsonTypeNames.Read(part["type"]) ?? JsonTypes.Any;
        JsonTypes possible = declared;
        if (declared != JsonTypes.None && part["properties"] is JObject { Count: > 0 })
        {
            possible |= JsonTypes.Object;
        }

        if (declared != JsonTypes.None && part["items"] is JObject)
        {
            possible |= JsonTypes.Array;
        }

        schema.HasContradictingType |= possible != declared;
        schema.Types &= possible;
    }

    private void AddFlags(JObject part)
    {
        schema.IsReadOnly |= CanonicalJson.IsTrue(part["readOnly"]);
        schema.IsWriteOnly |= CanonicalJson.IsTrue(part["writeOnly"]);
        schema.IsDeprecated |= CanonicalJson.IsTrue(part["deprecated"]);
        schema.Default ??= part["default"] is { } value ? CanonicalJson.Format(value) : null;
    }

    private void AddValues(JObject part)
    {
        IEnumerable<JToken>? values = part["const"] is { } constant ? [constant] : null;
        foreach (IEnumerable<JToken> listed in new[] { values, part["enum"] as JArray }.OfType<IEnumerable<JToken>>())
        {
            List<JToken> notNull = [.. listed.Where(static value => value.Type != JTokenType.Null)];
            JsonTypes types = notNull.Aggregate(JsonTypes.None, static (found, value) => found | JsonTypeNames.FromValue(value));

            // If the type and the values contradict each other, the values take precedence.
            schema.Types = (schema.Types & types) == JsonTypes.None ? types : schema.Types & types;
            Restrict(notNull.Select(CanonicalJson.Format));
        }
    }

    private void AddNumbers(JObject part)
    {
        NumberBound? min = Bound(part, "minimum", "exclusiveMinimum", NumberBound.Greater);
        NumberBound? max = Bound(part, "maximum", "exclusiveMaximum", NumberBound.Less);
        schema.Min = NumberBound.Greater(schema.Min, min);
        schema.Max = NumberBound.Less(schema.Max, max);
        if (CanonicalJson.Number(part["multipleOf"]) is > 0 and { } step)
        {
            schema.MultipleOf = schema.MultipleOf is { } known ? NumberStep.CommonMultiple(known, step) : step;
        }
    }

    /// <summary>Reads a bound. In OpenAPI 3.0 the exclusive keyword is a flag of the bound, in 3.1 it is a separate bound.</summary>
    private static NumberBound? Bound(
        JObject part,
        string keyword,
        string exclusiveKeyword,
        Func<NumberBound?, NumberBound?, NumberBound?> stronger
    )
    {
        NumberBound? plain = CanonicalJson.Number(part[keyword]) is { } value
            ? new NumberBound(value, CanonicalJson.IsTrue(part[exclusiveKeyword]))
            : null;
        NumberBound? exclusive = CanonicalJson.Number(part[exclusiveKeyword]) is { } excluded
            ? new NumberBound(excluded, IsExclusive: true)
            : null;
        return stronger(plain, exclusive);
    }

    private void AddCounts(JObject part)
    {
        SchemaCounts counts = schema.Counts;
        counts.MinLength = Math.Max(counts.MinLength, CanonicalJson.Number(part["minLength"]) ?? 0);
        counts.MinItems = Math.Max(counts.MinItems, CanonicalJson.Number(part["minItems"]) ?? 0);
        counts.MinProperties = Math.Max(counts.MinProperties, CanonicalJson.Number(part["minProperties"]) ?? 0);
        counts.MaxLength = Smaller(counts.MaxLength, part["maxLength"]);
        counts.MaxItems = Smaller(counts.MaxItems, part["maxItems"]);
        counts.MaxProperties = Smaller(counts.MaxProperties, part["maxProperties"]);
        counts.MinContains = CanonicalJson.Number(part["minContains"]) ?? counts.MinContains;
        counts.MaxContains = Smaller(counts.MaxContains, part["maxContains"]);
    }

    private static decimal? Smaller(decimal? known, JToken? token) =>
        CanonicalJson.Number(token) is { } number ? Math.Min(known ?? number, number) : known;

    private void AddText(JObject part)
    {
        if (CanonicalJson.String(part["format"]) is { } format)
        {
            schema.Formats.Add(format);
        }

        schema.ContentEncoding = Join(
            schema.ContentEncoding,
            CanonicalJson.String(part["contentEncoding"])?.ToLower(CultureInfo.InvariantCulture)
        );
        schema.ContentMediaType = Join(
            schema.ContentMediaType,
            CanonicalJson.String(part["contentMediaType"]) is { } mediaType ? MediaTypeName.Normalize(mediaType) : null
        );
        if (CanonicalJson.String(part["pattern"]) is { } pattern && Array.IndexOf(s_patternsOfAll, pattern) < 0)
        {
            schema.Patterns.Add(pattern);
        }
    }

    private static string? Join(string? known, string? more) =>
        known is null || more is null || known == more
            ? known ?? more
            : string.Join(" and ", known.Split(" and ").Append(more).Distinct().Order(StringComparer.Ordinal));

    private void AddLogic(JObject part)
    {
        if (part["not"] is { } not)
        {
            schema.Exclusions.Add(reader.GetReference(not));
        }

        if (part["if"] is { } condition && (part["then"] ?? part["else"]) is not null)
        {
            schema.Conditions.Add(
                new SchemaCondition(reader.GetReference(condition), reader.GetReference(part["then"]), reader.GetReference(part["else"]))
            );
        }
    }
}
