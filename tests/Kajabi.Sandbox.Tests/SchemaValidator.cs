using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>
/// Validates JSON against a schema of the OpenAPI document: types, null, enumerations, references, and members that are not declared.
/// </summary>
/// <param name="document">The OpenAPI document.</param>
internal sealed class SchemaValidator(JObject document)
{
    /// <summary>Returns all violations, each with its path.</summary>
    public IEnumerable<string> Check(JToken schema, JToken value, string path = "$")
    {
        JObject resolved = Resolve((JObject)schema);
        if (Alternatives(resolved) is { } alternatives)
        {
            return alternatives.Any(alternative => !Check(alternative, value, path).Any())
                ? []
                : [$"{path}: matches no alternative: {value}"];
        }

        if (value.Type == JTokenType.Null)
        {
            return (bool?)resolved["nullable"] == true || resolved["type"] is null || IsLinkage(path) ? [] : [$"{path}: null"];
        }

        string? type = (string?)resolved["type"];
        if (type is not null && type != GetType(value) && !(type == "number" && value.Type == JTokenType.Integer))
        {
            return [$"{path}: {GetType(value)} instead of {type}"];
        }

        return value switch
        {
            JObject members => members.Properties().SelectMany(member => CheckMember(resolved, member, path)),
            JArray items when resolved["items"] is { } itemSchema => items.SelectMany(
                (item, index) => Check(itemSchema, item, $"{path}[{index}]")
            ),
            _ when resolved["enum"] is { } values && !values.Any(one => JToken.DeepEquals(one, value)) =>
            [
                $"{path}: {value} is not declared",
            ],
            _ => [],
        };
    }

    private static string GetType(JToken value) =>
        value.Type switch
        {
            JTokenType.String => "string",
            JTokenType.Integer => "integer",
            JTokenType.Float => "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Array => "array",
            JTokenType.Null => "null",
            _ => "object",
        };

    // In JSON:API, null is the linkage of an empty to-one relationship.
    private static bool IsLinkage(string path) => path.Split('.') is [.., "relationships", _, "data"];

    private static IEnumerable<JToken>? Alternatives(JObject schema) => schema["anyOf"] ?? schema["oneOf"];

    private IEnumerable<string> CheckMember(JObject schema, JProperty member, string path)
    {
        string memberPath = $"{path}.{member.Name}";
        return schema["properties"]?[member.Name] is { } declared
            ? Check(declared, member.Value, memberPath)
            : schema["additionalProperties"] switch
            {
                JObject other => Check(other, member.Value, memberPath),
                JValue { Value: false } => [$"{memberPath}: not declared"],
                _ => [],
            };
    }

    private JObject Resolve(JObject schema)
    {
        JObject current = schema;
        while ((string?)current["$ref"] is { } reference)
        {
            current = (JObject)document.SelectToken(reference[2..].Replace('/', '.'), errorWhenNoMatch: true)!;
        }

        return current;
    }
}
