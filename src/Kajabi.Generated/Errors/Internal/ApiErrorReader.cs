using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>Finds errors in whatever an answer holds: JSON:API, OAuth, other shapes, no JSON at all. Never throws.</summary>
internal static class ApiErrorReader
{
    public static IReadOnlyList<ApiError> Read(AnswerContent? answer)
    {
        if (answer is null || answer.Length == 0)
        {
            return [];
        }

        try
        {
            using Stream stream = answer.Open();
            OpenObject body = JsonApiSerializer.Read<OpenObject>(stream);
            return body["errors"] is { } errors ? FromErrors(errors) : FromOAuth(body);
        }
        catch (KajabiException)
        {
            return [];
        }
    }

    public static IReadOnlyList<ApiError> FromErrors(JToken errors) => errors switch
    {
        JArray list => [.. list.Select(One)],
        JObject byMember => [.. byMember.Properties().Select(static member => new ApiError(null, null, $"{member.Name}: {Flat(member.Value)}", $"/data/attributes/{member.Name}"))],
        _ => Flat(errors) is { Length: > 0 } text ? [new ApiError(null, null, text, null)] : [],
    };

    private static IReadOnlyList<ApiError> FromOAuth(OpenObject body) =>
        body["error"] is { } error ? [new ApiError(null, Flat(error), Text(body["error_description"]), null)] : [];

    private static ApiError One(JToken error) => error is JObject one
        ? new ApiError(Text(one["status"]), Text(one["title"]), Text(one["detail"]), Text((one["source"] as JObject)?["pointer"]))
        : new ApiError(null, null, Flat(error), null);

    private static string? Text(JToken? token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static string Flat(JToken token) => Text(token) ?? token.ToString(Formatting.None);
}
