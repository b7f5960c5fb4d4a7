using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// Finds errors in whatever an answer holds: JSON:API, OAuth, what web frameworks say by themselves, no JSON at all.
/// Never throws, and takes no text but that which stands where an error says what is wrong.
/// </summary>
internal static class ApiErrorReader
{
    // Where the shapes that are no JSON:API say what is wrong, the most telling first.
    private static readonly string[] s_titles = ["title", "error", "code"];
    private static readonly string[] s_details = ["detail", "error_description", "message", "description"];

    public static IReadOnlyList<ApiError> Read(AnswerContent answer) => ReadBody(answer) switch
    {
        null => [],
        { } body when body["errors"] is { } errors => FromErrors(errors, answer),
        { } body when body["error"] is JObject error => FromErrors(error, answer, isOne: true),
        { } body => Of(body) is { } only ? [WithoutSecrets(only, answer)] : [],
    };

    public static IReadOnlyList<ApiError> FromErrors(JToken errors, AnswerContent answer, bool isOne = false) =>
        [.. (isOne ? [One(errors)] : Shapes(errors)).Select(error => WithoutSecrets(error, answer))];

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
            return (OpenObject)JsonApiSerializer.Read(typeof(OpenObject), text, answer.MaxDepth);
        }
        catch (KajabiDocumentException)
        {
            return null;
        }
    }

    private static IEnumerable<ApiError> Shapes(JToken errors) => errors switch
    {
        JArray list => list.Select(One),
        JObject byMember => byMember.Properties().SelectMany(OfMember),
        _ => Text(errors) is { Length: > 0 } text ? [new ApiError(null, null, text, null)] : [],
    };

    /// <summary>Rails lists the messages under the attribute that they are about, or under <c>base</c>.</summary>
    private static IEnumerable<ApiError> OfMember(JProperty member)
    {
        string pointer = member.Name == "base" ? "/data" : $"/data/attributes/{member.Name}";
        IEnumerable<JToken> messages = member.Value is JArray list ? list : [member.Value];
        return messages.Select(message => One(message) with { Pointer = pointer });
    }

    private static ApiError One(JToken error) => error is JObject one
        ? new ApiError(Text(one["status"]), First(s_titles, name => one[name]), First(s_details, name => one[name]), Text((one["source"] as JObject)?["pointer"]))
        {
            Parameter = Text((one["source"] as JObject)?["parameter"]),
            Code = Text(one["code"]),
        }
        : new ApiError(null, null, Text(error), null);

    private static ApiError? Of(OpenObject body)
    {
        (string? title, string? detail) = (First(s_titles, name => body[name]), First(s_details, name => body[name]));
        return title is null && detail is null ? null : new ApiError(null, title, detail, null);
    }

    private static string? First(string[] names, Func<string, JToken?> member) =>
        names.Select(name => Text(member(name))).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));

    private static ApiError WithoutSecrets(ApiError error, AnswerContent answer) => new(
        Hide(error.Status, answer), Hide(error.Title, answer), Hide(error.Detail, answer), Hide(error.Pointer, answer))
    {
        PropertyName = PointerProperty.Of(error.Pointer, answer.Sent),
        Parameter = Hide(error.Parameter, answer),
        Code = Hide(error.Code, answer),
    };

    private static string? Hide(string? text, AnswerContent answer) => text is null ? null : answer.Hide(text);

    private static string? Text(JToken? token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
