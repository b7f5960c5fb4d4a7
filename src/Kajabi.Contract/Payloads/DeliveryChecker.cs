using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Checks webhook deliveries: an id, an event, and a payload that is an array of resources.</summary>
internal static class DeliveryChecker
{
    private static readonly HashSet<string> s_members = ["id", "event", "payload"];

    public static void Check(
        JToken token,
        PayloadLocation location,
        ComposedModel model,
        ResourceChecker resources,
        DeviationCollector deviations
    )
    {
        if (token is not JObject delivery)
        {
            deviations.Add(
                PayloadRules.WrongJsonType,
                location,
                token,
                "object",
                JsonKind.FromValue(token),
                "A delivery must be an object."
            );
            return;
        }

        foreach (JProperty member in delivery.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location.Member(member.Name),
                member,
                "no member of a delivery",
                JsonKind.FromValue(member.Value),
                $"`{member.Name}` is not a member of a delivery."
            );
        }

        foreach (string name in s_members.Where(name => !delivery.ContainsKey(name)))
        {
            deviations.Add(PayloadRules.MissingMember, location.Member(name), delivery, "required", null, $"The delivery has no `{name}`.");
        }

        // The events are the ones that a webhook can subscribe to.
        IReadOnlyList<string> events =
        [
            .. (model.Resources.GetValueOrDefault("hooks")?.AttributeSchemas ?? [])
                .Select(static schema => schema.Property("event"))
                .SelectMany(static schema => schema?.EnumValues ?? []),
        ];
        if (delivery["event"] is JValue { Value: string actual } && events.Count > 0 && !events.Contains(actual))
        {
            deviations.Add(
                PayloadRules.UnknownEnumValue,
                location.Member("event"),
                delivery["event"]!,
                string.Join(", ", events.Distinct()),
                actual,
                $"The OpenAPI document does not list the event `{actual}`."
            );
        }

        if (delivery["payload"] is JArray payload)
        {
            foreach (JToken resource in payload)
            {
                resources.Check(resource, location.Member("payload").Each(), null, null, isRequest: false);
            }
        }
        else if (delivery["payload"] is { } other)
        {
            deviations.Add(
                PayloadRules.WrongJsonType,
                location.Member("payload"),
                other,
                "array",
                JsonKind.FromValue(other),
                "The payload of a delivery must be an array of resources."
            );
        }
    }
}
