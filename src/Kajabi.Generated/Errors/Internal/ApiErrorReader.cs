using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>Finds errors in whatever an answer holds: JSON:API, OAuth, other shapes, no JSON at all. Never throws.</summary>
internal static class ApiErrorReader
{
    public static IReadOnlyList<ApiError> Read(AnswerContent answer) =>
        ReadBody(answer) is { } body ? body["errors"] is { } errors ? FromErrors(errors, answer) : FromOAuth(body, answer) : [];

    public static IReadOnlyList<ApiError> FromErrors(JToken errors, AnswerContent answer) => [.. Shapes(errors).Select(error => WithoutSecrets(error, answer))];

    /// <summary>The <c>errors</c> member of a JSON:API document; null where there is none.</summary>
    public static JToken? ErrorsOf(AnswerContent answer) => ReadBody(answer)?["errors"];

    private static OpenObject? ReadBody(AnswerContent answer)
    {
        if (answer.Length == 0)
        {
            return null;
        }

        try
        {
            using StreamReader text = answer.OpenText();
            return (OpenObject)JsonApiSerializer.Read(typeof(OpenObject), text);
        }
        catch (KajabiDocumentException)
        {
            return null;
        }
    }

    private static IEnumerable<ApiError> Shapes(JToken errors) => errors switch
    {
        JArray list => list.Select(One),
        JObject byMember => byMember.Properties().Select(static member => new ApiError(null, null, $"{member.Name}: {Flat(member.Value)}", $"/data/attributes/{member.Name}")),
        _ => Flat(errors) is { Length: > 0 } text ? [new ApiError(null, null, text, null)] : [],
    };

    private static IReadOnlyList<ApiError> FromOAuth(OpenObject body, AnswerContent answer) =>
        body["error"] is { } error ? [WithoutSecrets(new ApiError(null, Flat(error), Text(body["error_description"]), null), answer)] : [];

    private static ApiError One(JToken error) => error is JObject one
        ? new ApiError(Text(one["status"]), Text(one["title"]), Text(one["detail"]), Text((one["source"] as JObject)?["pointer"]))
        : new ApiError(null, null, Flat(error), null);

    private static ApiError WithoutSecrets(ApiError error, AnswerContent answer) => error with
    {
        Title = error.Title is null ? null : answer.Hide(error.Title),
        Detail = error.Detail is null ? null : answer.Hide(error.Detail),
    };

    private static string? Text(JToken? token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    // JSON null has no text, and as a detail it says nothing.
    private static string Flat(JToken token) => Text(token) ?? (token is JValue ? string.Empty : token.ToString(Formatting.None));
}
