using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>A filter on an attribute, and the rows that it returns, written independently of the sandbox.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Kind">Its kind of value.</param>
/// <param name="Suffix">The comparison.</param>
/// <param name="Value">The value.</param>
internal sealed record FilterCondition(string Attribute, JsonApiMemberKind Kind, string Suffix, string Value)
{
    private const string Negation = "not_";

    public string Parameter => $"filter[{Attribute}_{Suffix}]";

    public bool IsMatch(JObject attributes)
    {
        JToken actual = attributes[Attribute]!;
        if (Suffix == "null")
        {
            return (actual.Type == JTokenType.Null) == bool.Parse(Value);
        }

        IEnumerable<JToken> values = actual is JArray items ? items : [actual];
        bool isNegative = Suffix.StartsWith(Negation, StringComparison.Ordinal);
        string comparison = isNegative ? Suffix[Negation.Length..] : Suffix;
        return actual.Type != JTokenType.Null && values.Any(value => IsMatch(GetText(value), comparison)) != isNegative;
    }

    /// <summary>Returns a value as it is written in a filter: a text without quotes, or the first item of a list.</summary>
    public static string GetText(JToken value) =>
        value switch
        {
            JArray items => items.Count == 0 ? string.Empty : GetText(items[0]),
            { Type: JTokenType.Null } => string.Empty,
            { Type: JTokenType.String } => (string)value!,
            _ => value.ToString(Newtonsoft.Json.Formatting.None),
        };

    private bool IsMatch(string text, string comparison)
    {
        string upper = text.ToUpperInvariant();
        string part = Value.ToUpperInvariant();
        return comparison switch
        {
            "cont" or "i_cont" => upper.Contains(part, StringComparison.Ordinal),
            "start" => upper.StartsWith(part, StringComparison.Ordinal),
            "end" => upper.EndsWith(part, StringComparison.Ordinal),
            "in" => part.Split(',').Contains(upper),
            "eq" => Order(text) == 0,
            "gt" => Order(text) > 0,
            "lt" => Order(text) < 0,
            "gte" or "gteq" => Order(text) >= 0,
            "lte" or "lteq" => Order(text) <= 0,
            _ => throw new ArgumentException(comparison),
        };
    }

    private int Order(string text) => SortValue.Create(text, Kind).CompareTo(SortValue.Create(Value, Kind));
}
