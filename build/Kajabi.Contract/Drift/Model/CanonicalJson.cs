using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>JSON values as text that is equal where the values are: members in order, <c>1.0</c> as <c>1</c>.</summary>
internal static class CanonicalJson
{
    public static string Of(JToken token) =>
        token switch
        {
            JObject map =>
                $"{{{string.Join(',', map.Properties().OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => $"{JsonConvert.ToString(member.Name)}:{Of(member.Value)}"))}}}",
            JArray list => $"[{string.Join(',', list.Select(Of))}]",
            JValue { Type: JTokenType.Integer or JTokenType.Float } value => Number(value) is { } number
                ? number.ToString("0.#############################", CultureInfo.InvariantCulture)
                : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!,
            _ => token.ToString(Formatting.None),
        };

    /// <summary>A number, or null when the token is none that a decimal can hold.</summary>
    public static decimal? Number(JToken? token)
    {
        try
        {
            return token is JValue { Type: JTokenType.Integer or JTokenType.Float } value
                ? Convert.ToDecimal(value.Value, CultureInfo.InvariantCulture)
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
