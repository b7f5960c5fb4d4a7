using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Payloads;

/// <summary>Compares a value with all schemas that the OpenAPI document declares for it. It must match one of them.</summary>
/// <param name="deviations">Receives the deviations.</param>
internal sealed class ValueChecker(DeviationCollector deviations)
{
    public void Check(IReadOnlyList<SchemaNode> schemas, JToken value, PayloadLocation location)
    {
        List<SchemaNode> all = [.. schemas.SelectMany(Flattened)];
        List<string> kinds = [.. all.SelectMany(GetKinds).Distinct()];
        if (all.Count == 0 || all.Exists(static schema => GetKinds(schema).Count == 0))
        {
            // A schema without a type allows every value.
            return;
        }

        string kind = JsonKind.FromValue(value);
        if (kind == "null")
        {
            if (!all.Exists(static schema => schema.IsNullable))
            {
                deviations.Add(
                    PayloadRules.UnexpectedNull,
                    location,
                    value,
                    string.Join(" or ", kinds),
                    "null",
                    "The value is null, which the OpenAPI document does not allow.",
                    OverlaySuggestions.Null(all[0])
                );
            }
        }
        else if (!JsonKind.IsAllowed(kind, kinds))
        {
            deviations.Add(
                PayloadRules.WrongJsonType,
                location,
                value,
                string.Join(" or ", kinds),
                kind,
                $"The value is of type {kind}, but the OpenAPI document declares {string.Join(" or ", kinds)}.",
                OverlaySuggestions.Type(all[0], kind)
            );
        }
        else
        {
            CheckInner(all, value, location);
        }
    }

    /// <summary>Compares the members of an object with the schemas that list properties. If none does, all members are valid.</summary>
    public void CheckMembers(IReadOnlyList<SchemaNode> schemas, JObject value, PayloadLocation location, Rule unknown, string owner)
    {
        List<SchemaNode> listing = [.. schemas.Where(static schema => schema["properties"] is JObject)];
        bool isOpen =
            listing.Count == 0 || listing.Exists(static schema => schema["additionalProperties"] is JObject or JValue { Value: true });
        foreach (JProperty member in value.Properties())
        {
            List<SchemaNode> declared = [.. listing.Select(schema => schema.Property(member.Name)).OfType<SchemaNode>()];
            PayloadLocation at = location.Member(member.Name);
            if (declared.Count > 0)
            {
                Check(declared, member.Value, at);
            }
            else if (!isOpen)
            {
                string kind = JsonKind.FromValue(member.Value);
                deviations.Add(
                    unknown,
                    at,
                    member,
                    $"{owner} without {member.Name}",
                    kind,
                    $"The OpenAPI document declares no member `{member.Name}` of `{owner}`.",
                    OverlaySuggestions.Member(listing[0], member)
                );
            }
        }
    }

    private void CheckInner(List<SchemaNode> schemas, JToken value, PayloadLocation location)
    {
        switch (value)
        {
            case JObject members:
                CheckMembers(
                    [.. schemas.Where(static schema => GetKinds(schema).Contains("object"))],
                    members,
                    location,
                    PayloadRules.UnknownAttribute,
                    location.Path
                );
                CheckRequired(schemas.Where(static schema => schema["properties"] is JObject), members, location);
                break;
            case JArray items:
                List<SchemaNode> itemSchemas = [.. schemas.Select(static schema => schema.Items).OfType<SchemaNode>()];
                foreach (JToken item in items)
                {
                    Check(itemSchemas, item, location.Each());
                }

                break;
            case JValue { Value: string text }:
                List<SchemaNode> textSchemas = [.. schemas.Where(static schema => GetKinds(schema).Contains("string"))];
                if (
                    textSchemas.TrueForAll(static schema => schema.EnumValues.Count > 0)
                    && !textSchemas.Exists(schema => schema.EnumValues.Contains(text))
                )
                {
                    deviations.Add(
                        PayloadRules.UnknownEnumValue,
                        location,
                        value,
                        string.Join(", ", textSchemas.SelectMany(static schema => schema.EnumValues).Distinct()),
                        Shorten(text),
                        $"The OpenAPI document does not list the value `{Shorten(text)}`.",
                        OverlaySuggestions.EnumValue(textSchemas[0], text)
                    );
                }

                break;
        }
    }

    /// <summary>Reports members that all schemas require and an object does not contain.</summary>
    public void CheckRequired(IEnumerable<SchemaNode> schemas, JObject value, PayloadLocation location)
    {
        List<SchemaNode> all = [.. schemas];
        IEnumerable<string> required =
            all.Count == 0
                ? []
                : all.Select(static schema => (schema["required"] as JArray ?? []).Values<string>().OfType<string>())
                    .Aggregate(static (left, right) => left.Intersect(right));
        foreach (string name in required.Where(name => !value.ContainsKey(name)))
        {
            deviations.Add(
                PayloadRules.MissingMember,
                location.Member(name),
                value,
                "required",
                null,
                $"The required member `{name}` is missing.",
                OverlaySuggestions.NotRequired(all, name)
            );
        }
    }

    private static IEnumerable<SchemaNode> Flattened(SchemaNode schema) =>
        schema.Alternatives is { Count: > 0 } alternatives ? alternatives.SelectMany(Flattened) : [schema];

    private static IReadOnlyList<string> GetKinds(SchemaNode schema) =>
        schema.Kinds is { Count: > 0 } kinds ? kinds
        : schema.IsObject ? ["object"]
        : schema.IsNullable ? ["null"]
        : [];

    // An unlisted value can be any text, so only its beginning is shown.
    private static string Shorten(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
