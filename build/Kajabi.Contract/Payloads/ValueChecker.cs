using Kajabi.Contract.Compose;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Holds a value against the schemas that any part of the contract gives it: what one of them allows is allowed.</summary>
/// <param name="departures">Takes what none of them allows.</param>
internal sealed class ValueChecker(DeviationCollector departures)
{
    public void Check(IReadOnlyList<SchemaNode> schemas, JToken value, PayloadLocation place)
    {
        List<SchemaNode> all = [.. schemas.SelectMany(Flattened)];
        List<string> kinds = [.. all.SelectMany(KindsOf).Distinct()];
        if (all.Count == 0 || all.Exists(static schema => KindsOf(schema).Count == 0))
        {
            // One that says nothing of the type allows every value.
            return;
        }

        string kind = JsonKind.Of(value);
        if (kind == "null")
        {
            if (!all.Exists(static schema => schema.IsNullable))
            {
                departures.Add(
                    Rule.UnexpectedNull,
                    place,
                    value,
                    string.Join(" or ", kinds),
                    "null",
                    "Null stands where the contract allows none.",
                    Suggest.Null(all[0])
                );
            }
        }
        else if (!JsonKind.IsAllowed(kind, kinds))
        {
            departures.Add(
                Rule.WrongJsonType,
                place,
                value,
                string.Join(" or ", kinds),
                kind,
                $"A value of type {kind} stands where the contract declares {string.Join(" or ", kinds)}.",
                Suggest.Type(all[0], kind)
            );
        }
        else
        {
            CheckInner(all, value, place);
        }
    }

    /// <summary>Holds the members of an object against schemas that list them; schemas that list none leave it open.</summary>
    public void CheckMembers(IReadOnlyList<SchemaNode> schemas, JObject value, PayloadLocation place, Rule unknown, string owner)
    {
        List<SchemaNode> listing = [.. schemas.Where(static schema => schema["properties"] is JObject)];
        bool isOpen =
            listing.Count == 0 || listing.Exists(static schema => schema["additionalProperties"] is JObject or JValue { Value: true });
        foreach (JProperty member in value.Properties())
        {
            List<SchemaNode> declared = [.. listing.Select(schema => schema.Property(member.Name)).OfType<SchemaNode>()];
            PayloadLocation at = place.Member(member.Name);
            if (declared.Count > 0)
            {
                Check(declared, member.Value, at);
            }
            else if (!isOpen)
            {
                string kind = JsonKind.Of(member.Value);
                departures.Add(
                    unknown,
                    at,
                    member,
                    $"{owner} without {member.Name}",
                    kind,
                    $"`{owner}` has no member `{member.Name}` by the contract.",
                    Suggest.Member(listing[0], member)
                );
            }
        }
    }

    private void CheckInner(List<SchemaNode> schemas, JToken value, PayloadLocation place)
    {
        switch (value)
        {
            case JObject members:
                CheckMembers(
                    [.. schemas.Where(static schema => KindsOf(schema).Contains("object"))],
                    members,
                    place,
                    Rule.UnknownAttribute,
                    place.Path
                );
                Required(schemas.Where(static schema => schema["properties"] is JObject), members, place);
                break;
            case JArray items:
                List<SchemaNode> ofItems = [.. schemas.Select(static schema => schema.Items).OfType<SchemaNode>()];
                foreach (JToken item in items)
                {
                    Check(ofItems, item, place.Each());
                }

                break;
            case JValue { Value: string text }:
                List<SchemaNode> ofText = [.. schemas.Where(static schema => KindsOf(schema).Contains("string"))];
                if (
                    ofText.TrueForAll(static schema => schema.EnumValues.Count > 0)
                    && !ofText.Exists(schema => schema.EnumValues.Contains(text))
                )
                {
                    departures.Add(
                        Rule.UnknownEnumValue,
                        place,
                        value,
                        string.Join(", ", ofText.SelectMany(static schema => schema.EnumValues).Distinct()),
                        Short(text),
                        $"`{Short(text)}` is none of the values that the contract lists.",
                        Suggest.EnumValue(ofText[0], text)
                    );
                }

                break;
        }
    }

    /// <summary>Reports members that all schemas require and an object leaves out.</summary>
    public void Required(IEnumerable<SchemaNode> schemas, JObject value, PayloadLocation place)
    {
        List<SchemaNode> all = [.. schemas];
        IEnumerable<string> required =
            all.Count == 0
                ? []
                : all.Select(static schema => (schema["required"] as JArray ?? []).Values<string>().OfType<string>())
                    .Aggregate(static (left, right) => left.Intersect(right));
        foreach (string name in required.Where(name => !value.ContainsKey(name)))
        {
            departures.Add(
                Rule.MissingMember,
                place.Member(name),
                value,
                "required",
                null,
                $"`{name}` is required by the contract and missing.",
                Suggest.NotRequired(all, name)
            );
        }
    }

    private static IEnumerable<SchemaNode> Flattened(SchemaNode schema) =>
        schema.Alternatives is { Count: > 0 } alternatives ? alternatives.SelectMany(Flattened) : [schema];

    private static IReadOnlyList<string> KindsOf(SchemaNode schema) =>
        schema.Kinds is { Count: > 0 } kinds ? kinds
        : schema.IsObject ? ["object"]
        : schema.IsNullable ? ["null"]
        : [];

    // A value that is no value of an enum can be anything, so no more of it is shown than tells which it is.
    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
