using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Links: each is an address, an object with one, or null.</summary>
internal static class LinkChecker
{
    public static void Check(JToken links, PayloadLocation place, DeviationCollector departures)
    {
        if (links is not JObject members)
        {
            departures.Add(
                links.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                links,
                "object",
                JsonKind.Of(links),
                "Links are an object."
            );
            return;
        }

        foreach (
            JProperty link in members
                .Properties()
                .Where(static link => link.Value is not (JValue { Type: JTokenType.String or JTokenType.Null } or JObject))
        )
        {
            departures.Add(
                Rule.WrongJsonType,
                place.Member(link.Name),
                link,
                "string or object",
                JsonKind.Of(link.Value),
                $"`{link.Name}` stands among the links and is none."
            );
        }
    }
}
