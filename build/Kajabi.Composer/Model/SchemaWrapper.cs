using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>
/// A schema that only wraps another one: an <c>allOf</c> with one schema beside annotations, or alternatives of which one is null.
/// </summary>
/// <param name="Content">The wrapped schema.</param>
/// <param name="Annotations">Schemas beside it without effect on the type, such as one with a description.</param>
/// <param name="AllowsNull">Whether one alternative is null.</param>
internal sealed record SchemaWrapper(JObject Content, IReadOnlyList<JObject> Annotations, bool AllowsNull)
{
    private static readonly string[] s_typing = ["$ref", "type", "properties", "items", "enum", "const", "allOf", "anyOf", "oneOf"];

    /// <summary>Returns the wrapper; null if the schema has a type of its own or combines several schemas.</summary>
    public static SchemaWrapper? Unwrap(JObject schema)
    {
        if (s_typing.Count(keyword => schema[keyword] is not null) != 1)
        {
            return null;
        }

        if (schema["allOf"] is JArray all)
        {
            ILookup<bool, JObject> parts = all.OfType<JObject>()
                .ToLookup(static part => s_typing.Any(keyword => part[keyword] is not null));
            return parts[true].ToList() is [var only] ? new SchemaWrapper(only, [.. parts[false]], AllowsNull: false) : null;
        }

        if ((schema["anyOf"] ?? schema["oneOf"]) is JArray alternatives)
        {
            ILookup<bool, JObject> parts = alternatives.OfType<JObject>().ToLookup(IsNull);
            return parts[true].Any() && parts[false].ToList() is [var other] ? new SchemaWrapper(other, [], AllowsNull: true) : null;
        }

        return null;
    }

    private static bool IsNull(JObject schema) =>
        schema["type"] is JValue { Value: "null" } or JArray { Count: 1, First: JValue { Value: "null" } }
        || schema["const"] is { Type: JTokenType.Null }
        || schema["enum"] is JArray { Count: 1, First.Type: JTokenType.Null };
}
