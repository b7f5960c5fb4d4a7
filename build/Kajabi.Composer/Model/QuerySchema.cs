using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>Creates the schemas of query parameters from their C# types.</summary>
internal static class QuerySchema
{
    /// <summary>Returns the schema of a C# type. Page numbers are always integers, even if they are declared as numbers.</summary>
    /// <param name="model">The model with the enums.</param>
    /// <param name="type">The C# type of the property.</param>
    /// <param name="kind">The format of the property: a list unless it is <c>scalar</c>.</param>
    public static JObject Create(ComposedModel model, string type, string kind)
    {
        string scalar = type.Replace("IList<", string.Empty, StringComparison.Ordinal).TrimEnd('>', '?');
        JObject schema = scalar switch
        {
            "int" => new JObject { ["type"] = "integer", ["format"] = "int32" },
            "long" => new JObject { ["type"] = "integer", ["format"] = "int64" },
            "decimal" => new JObject { ["type"] = "number" },
            "bool" => new JObject { ["type"] = "boolean" },
            "DateOnly" => new JObject { ["type"] = "string", ["format"] = "date" },
            "DateTimeOffset" => new JObject { ["type"] = "string", ["format"] = "date-time" },
            _ when model.Enums.TryGetValue(scalar, out EnumModel? values) && values.Kind != "sort-enum" => new JObject
            {
                ["type"] = "string",
                ["enum"] = new JArray(values.Values),
            },
            _ => new JObject { ["type"] = "string" },
        };
        return kind == "scalar" ? schema : new JObject { ["type"] = "array", ["items"] = schema };
    }
}
