using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Checks error documents of JSON:API and OAuth.</summary>
internal static class ErrorChecker
{
    private static readonly HashSet<string> s_members = ["id", "links", "status", "code", "title", "detail", "source", "meta"];
    private static readonly string[] s_stringMembers = ["id", "status", "code", "title", "detail"];

    public static bool IsError(JObject document) =>
        document["errors"] is not null || (document["error"] is not null && document["data"] is null);

    public static void Check(JToken token, PayloadLocation location, DeviationCollector deviations)
    {
        if (token is not JObject document || !IsError(document))
        {
            deviations.Add(
                PayloadRules.MissingMember,
                location.Member("errors"),
                token,
                "required",
                null,
                "The error response has neither `errors` nor `error`."
            );
            return;
        }

        if (document["errors"] is null)
        {
            return;
        }

        if (document["errors"] is not JArray errors)
        {
            deviations.Add(
                PayloadRules.WrongJsonType,
                location.Member("errors"),
                document["errors"]!,
                "array",
                JsonKind.FromValue(document["errors"]!),
                "`errors` must be an array."
            );
            return;
        }

        foreach (JToken error in errors)
        {
            CheckOne(error, location.Member("errors").Each(), deviations);
        }
    }

    private static void CheckOne(JToken token, PayloadLocation location, DeviationCollector deviations)
    {
        if (token is not JObject error)
        {
            deviations.Add(PayloadRules.WrongJsonType, location, token, "object", JsonKind.FromValue(token), "An error must be an object.");
            return;
        }

        foreach (JProperty member in error.Properties())
        {
            if (!s_members.Contains(member.Name))
            {
                deviations.Add(
                    PayloadRules.UnknownMember,
                    location.Member(member.Name),
                    member,
                    "no member of an error",
                    JsonKind.FromValue(member.Value),
                    $"`{member.Name}` is not a member of an error object."
                );
            }
            else if (s_stringMembers.Contains(member.Name) && member.Value.Type != JTokenType.String)
            {
                deviations.Add(
                    member.Value.Type == JTokenType.Null ? PayloadRules.UnexpectedNull : PayloadRules.WrongJsonType,
                    location.Member(member.Name),
                    member,
                    "string",
                    JsonKind.FromValue(member.Value),
                    $"The `{member.Name}` of an error must be a string."
                );
            }
        }
    }
}
