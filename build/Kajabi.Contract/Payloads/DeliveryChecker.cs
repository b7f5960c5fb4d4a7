using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>What a webhook delivers: an id, an event, and a payload that is a list of resources.</summary>
internal static class DeliveryChecker
{
    private static readonly HashSet<string> s_members = ["id", "event", "payload"];

    public static void Check(
        JToken token,
        PayloadLocation place,
        ComposedModel model,
        ResourceChecker resources,
        DeviationCollector departures
    )
    {
        if (token is not JObject delivery)
        {
            departures.Add(Rule.WrongJsonType, place, token, "object", JsonKind.Of(token), "A delivery is an object.");
            return;
        }

        foreach (JProperty member in delivery.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            departures.Add(
                Rule.UnknownMember,
                place.Member(member.Name),
                member,
                "no member of a delivery",
                JsonKind.Of(member.Value),
                $"`{member.Name}` stands at the top of a delivery."
            );
        }

        foreach (string name in s_members.Where(name => !delivery.ContainsKey(name)))
        {
            departures.Add(Rule.MissingMember, place.Member(name), delivery, "required", null, $"A delivery without `{name}`.");
        }

        // The events are those that a webhook subscribes to.
        IReadOnlyList<string> events =
        [
            .. (model.Resources.GetValueOrDefault("hooks")?.AttributeSchemas ?? [])
                .Select(static schema => schema.Property("event"))
                .SelectMany(static schema => schema?.EnumValues ?? []),
        ];
        if (delivery["event"] is JValue { Value: string seen } && events.Count > 0 && !events.Contains(seen))
        {
            departures.Add(
                Rule.UnknownEnumValue,
                place.Member("event"),
                delivery["event"]!,
                string.Join(", ", events.Distinct()),
                seen,
                $"`{seen}` is none of the events that the contract lists."
            );
        }

        if (delivery["payload"] is JArray payload)
        {
            foreach (JToken resource in payload)
            {
                resources.Check(resource, place.Member("payload").Each(), null, null, isRequest: false);
            }
        }
        else if (delivery["payload"] is { } other)
        {
            departures.Add(
                Rule.WrongJsonType,
                place.Member("payload"),
                other,
                "array",
                JsonKind.Of(other),
                "The payload of a delivery is a list of resources."
            );
        }
    }
}
