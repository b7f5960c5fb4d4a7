using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Elements;

/// <summary>Formats JSON values so that equal values have equal text: members in order, <c>1.0</c> as <c>1</c>.</summary>
internal static class CanonicalJson
{
    public static string Format(JToken token) =>
        token switch
        {
            JObject map =>
                $"{{{string.Join(',', map.Properties().OrderBy(static member => member.Name, StringComparer.Ordinal).Select(Member))}}}",
            JArray list => $"[{string.Join(',', list.Select(Format))}]",
            JValue { Type: JTokenType.Integer or JTokenType.Float } value => Number(value) is { } number
                ? number.ToString("0.#############################", CultureInfo.InvariantCulture)
                : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!,
            _ => token.ToString(Formatting.None),
        };

    private static string Member(JProperty member) => $"{JsonConvert.ToString(member.Name)}:{Format(member.Value)}";

    /// <summary>Returns the number, or null if the token is not a number or exceeds the range of a decimal.</summary>
    public static decimal? Number(JToken? token)
    {
        try
        {
            return token is JValue { Type: JTokenType.Integer or JTokenType.Float } value
                ? value.Value is BigInteger big
                    ? (decimal)big
                    : Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture)
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static bool IsTrue(JToken? token) => token is JValue { Value: true };

    public static string? String(JToken? token) => token is JValue { Value: string text } ? text : null;
}
