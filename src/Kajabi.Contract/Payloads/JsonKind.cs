using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Determines the JSON type of a value, by its name in a schema.</summary>
internal static class JsonKind
{
    public static string FromValue(JToken value) =>
        value.Type switch
        {
            JTokenType.Object => "object",
            JTokenType.Array => "array",
            JTokenType.Integer => "integer",
            JTokenType.Float => (double)value is var number && double.IsInteger(number) ? "integer" : "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Null => "null",
            _ => "string",
        };

    /// <summary>Returns whether a type is one of the allowed types. An integer is also a number.</summary>
    public static bool IsAllowed(string kind, IEnumerable<string> kinds) =>
        kinds.Contains(kind) || (kind == "integer" && kinds.Contains("number"));
}
