using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Checks links: each is a URL, a link object, or null.</summary>
internal static class LinkChecker
{
    public static void Check(JToken links, PayloadLocation location, DeviationCollector deviations)
    {
        if (links is not JObject members)
        {
            deviations.AddWrongType(location, links, "object", "Links must be an object.");
            return;
        }

        foreach (
            JProperty link in members
                .Properties()
                .Where(static link => link.Value is not (JValue { Type: JTokenType.String or JTokenType.Null } or JObject))
        )
        {
            deviations.Add(
                PayloadRules.WrongJsonType,
                location.Member(link.Name),
                link,
                "string or object",
                JsonKind.FromValue(link.Value),
                $"`{link.Name}` is not a link."
            );
        }
    }
}
