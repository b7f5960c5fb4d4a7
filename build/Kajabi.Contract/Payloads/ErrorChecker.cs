using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Documents that tell errors, in the form of JSON:API or of OAuth.</summary>
internal static class ErrorChecker
{
    private static readonly HashSet<string> s_members = ["id", "links", "status", "code", "title", "detail", "source", "meta"];
    private static readonly string[] s_texts = ["id", "status", "code", "title", "detail"];

    public static bool IsError(JObject document) =>
        document["errors"] is not null || (document["error"] is not null && document["data"] is null);

    public static void Check(JToken token, PayloadLocation place, DeviationCollector departures)
    {
        if (token is not JObject document || !IsError(document))
        {
            departures.Add(Rule.MissingMember, place.Member("errors"), token, "required", null, "A refusal without `errors` or `error`.");
            return;
        }

        if (document["errors"] is null)
        {
            return;
        }

        if (document["errors"] is not JArray errors)
        {
            departures.Add(
                Rule.WrongJsonType,
                place.Member("errors"),
                document["errors"]!,
                "array",
                JsonKind.Of(document["errors"]!),
                "Errors are a list."
            );
            return;
        }

        foreach (JToken error in errors)
        {
            CheckOne(error, place.Member("errors").Each(), departures);
        }
    }

    private static void CheckOne(JToken token, PayloadLocation place, DeviationCollector departures)
    {
        if (token is not JObject error)
        {
            departures.Add(Rule.WrongJsonType, place, token, "object", JsonKind.Of(token), "An error is an object.");
            return;
        }

        foreach (JProperty member in error.Properties())
        {
            if (!s_members.Contains(member.Name))
            {
                departures.Add(
                    Rule.UnknownMember,
                    place.Member(member.Name),
                    member,
                    "no member of an error",
                    JsonKind.Of(member.Value),
                    $"`{member.Name}` stands in an error."
                );
            }
            else if (s_texts.Contains(member.Name) && member.Value.Type != JTokenType.String)
            {
                departures.Add(
                    member.Value.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                    place.Member(member.Name),
                    member,
                    "string",
                    JsonKind.Of(member.Value),
                    $"The `{member.Name}` of an error is no string."
                );
            }
        }
    }
}
