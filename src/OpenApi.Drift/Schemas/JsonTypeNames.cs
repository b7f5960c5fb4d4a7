using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Converts between type names and <see cref="JsonTypes"/>.</summary>
internal static class JsonTypeNames
{
    private static readonly (string Name, JsonTypes Type)[] s_names =
    [
        ("string", JsonTypes.String),
        ("integer", JsonTypes.Integer),
        ("number", JsonTypes.Number),
        ("boolean", JsonTypes.Boolean),
        ("object", JsonTypes.Object),
        ("array", JsonTypes.Array),
    ];

    /// <summary>Returns the types that <c>type</c> allows in addition to null; null if it is missing or unknown.</summary>
    public static JsonTypes? Read(JToken? type)
    {
        string?[] names = Names(type);
        return names.Length == 0 || Array.Exists(names, static name => name != "null" && !s_names.Any(known => known.Name == name))
            ? null
            : s_names.Where(known => names.Contains(known.Name)).Aggregate(JsonTypes.None, static (types, known) => types | known.Type);
    }

    /// <summary>Returns whether <c>type</c> allows null, as it does if it is missing.</summary>
    public static bool AllowsNull(JToken? type)
    {
        string?[] names = Names(type);
        return names.Length == 0 || names.Contains("null");
    }

    /// <summary>Returns the type of a value; none for null.</summary>
    public static JsonTypes FromValue(JToken value) =>
        value.Type switch
        {
            JTokenType.Object => JsonTypes.Object,
            JTokenType.Array => JsonTypes.Array,
            JTokenType.Boolean => JsonTypes.Boolean,
            JTokenType.Integer => JsonTypes.Integer,
            JTokenType.Float => CanonicalJson.Number(value) is { } number && number == decimal.Truncate(number)
                ? JsonTypes.Integer
                : JsonTypes.Fraction,
            JTokenType.Null => JsonTypes.None,
            _ => JsonTypes.String,
        };

    public static string Describe(JsonTypes types, bool isNullable)
    {
        if (types == JsonTypes.Any && isNullable)
        {
            return "any";
        }

        IEnumerable<string> names = Names(types);
        string text = string.Join('|', isNullable ? names.Append("null") : names);
        return text.Length == 0 ? "nothing" : text;
    }

    /// <summary>Returns the names of the types.</summary>
    public static IEnumerable<string> Names(JsonTypes types) =>
        s_names
            .Where(known =>
                known.Type switch
                {
                    // There is no name for numbers with a fraction only, which a list of values can have.
                    JsonTypes.Number => types.HasFlag(JsonTypes.Fraction),
                    JsonTypes.Integer => (types & JsonTypes.Number) == JsonTypes.Integer,
                    _ => types.HasFlag(known.Type),
                }
            )
            .Select(static known => known.Name);

    private static string?[] Names(JToken? type) =>
        type switch
        {
            JValue { Value: string name } => [name],

            // YAML reads an unquoted `null` as the value null.
            JArray list => [.. list.Select(static item => item.Type == JTokenType.Null ? "null" : CanonicalJson.String(item))],
            JValue { Type: JTokenType.Null } => ["null"],
            _ => [],
        };
}
