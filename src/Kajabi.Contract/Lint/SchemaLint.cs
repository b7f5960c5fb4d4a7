using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Reports schemas with an unknown type, and those whose keywords contradict each other about null.</summary>
internal static class SchemaLint
{
    private static readonly string[] s_types = ["array", "boolean", "integer", "null", "number", "object", "string"];

    public static void Check(JObject root, FindingCollector findings)
    {
        foreach (JObject schema in ContractTree.Schemas(root))
        {
            foreach (JValue type in UnknownTypes(schema))
            {
                string suggestion = SimilarName.Suggest(SimilarName.Find((string)type!, s_types));
                findings.Add(LintRules.UnknownType, type, $"`{type}` is not a type.{suggestion}");
            }

            if (FindContradiction(schema) is { } contradiction)
            {
                findings.Add(LintRules.ContradictingNullability, schema, contradiction);
            }
        }
    }

    private static IEnumerable<JValue> UnknownTypes(JObject schema)
    {
        IEnumerable<JToken?> types = schema["type"] is JArray list ? list : new[] { schema["type"] };
        return types.OfType<JValue>().Where(static type => type.Value is string name && !s_types.Contains(name));
    }

    private static string? FindContradiction(JObject schema)
    {
        JToken? type = schema["type"];
        JToken? nullable = schema["nullable"];
        bool typeHasNull =
            type is JValue { Value: "null" } || (type as JArray)?.Any(static one => one is JValue { Value: "null" or null }) == true;
        bool alternativeIsNull = ((string[])["anyOf", "oneOf"])
            .SelectMany(keyword => schema[keyword] as JArray ?? [])
            .Any(static one => one["type"] is JValue { Value: "null" });
        bool allows = typeHasNull || alternativeIsNull;
        if (nullable is not null and not JValue { Value: bool })
        {
            return $"`nullable` is `{nullable}`, which is neither true nor false.";
        }

        if (allows && nullable is JValue { Value: false })
        {
            return "The type allows null, but `nullable: false` does not.";
        }

        // Null is allowed if there is no type.
        bool forbids = type is not null && !allows && nullable is not JValue { Value: true };
        if (forbids && (schema["enum"] as JArray)?.Any(static value => value.Type == JTokenType.Null) == true)
        {
            return "The enum contains null, but the type does not allow it.";
        }

        if (forbids && schema["default"] is { Type: JTokenType.Null })
        {
            return "The default is null, but the type does not allow it.";
        }

        return forbids && schema["example"] is { Type: JTokenType.Null } ? "The example is null, but the type does not allow it." : null;
    }
}
