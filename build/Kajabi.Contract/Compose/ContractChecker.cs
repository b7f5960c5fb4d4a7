using System.Text.RegularExpressions;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Finds what is wrong in a contract by itself, and repairs it by the obvious reading so that the rest can go on.</summary>
/// <param name="root">The contract.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed partial class ContractChecker(JObject root, FindingList findings)
{
    private static readonly HashSet<string> s_keywords =
    [
        "$ref", "type", "format", "title", "description", "properties", "required", "items", "enum", "const", "default", "example", "examples",
        "nullable", "readOnly", "writeOnly", "deprecated", "anyOf", "oneOf", "allOf", "not", "additionalProperties", "pattern", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
        "multipleOf", "discriminator", "xml", "externalDocs", "$comment", "$defs", "prefixItems", "contains", "patternProperties", "propertyNames", "if", "then", "else",
    ];

    private static readonly string[] s_combiners = ["anyOf", "oneOf", "allOf"];

    public void Check()
    {
        if (root["openapi"]?.ToString().StartsWith("3.", StringComparison.Ordinal) != true || root["paths"] is not JObject paths)
        {
            findings.Add(Rule.NotOpenApi, root, "The file says no `openapi: 3.x` or has no `paths`.");
            return;
        }

        CheckReferences();
        foreach (JProperty path in paths.Properties())
        {
            CheckPath(path);
        }

        foreach (JObject schema in root.SelectTokens("components.schemas.*").OfType<JObject>())
        {
            CheckSchema(schema);
        }
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathParameter();

    private void CheckReferences()
    {
        foreach (JProperty reference in root.Descendants().OfType<JProperty>().Where(static property => property is { Name: "$ref", Value: JValue { Value: string } }).ToList())
        {
            if (SchemaNode.Resolve(root, (string)reference.Value!) is null)
            {
                findings.Add(Rule.DanglingReference, reference.Value, $"The reference `{reference.Value}` leads nowhere.");
                reference.Remove();
            }
        }
    }

    private void CheckPath(JProperty path)
    {
        JToken shared = path.Value["parameters"] ?? new JArray();
        RemoveDuplicates(shared);
        foreach (JObject operation in path.Value.Children<JProperty>().Select(static member => member.Value).OfType<JObject>())
        {
            JToken own = operation["parameters"] ?? new JArray();
            RemoveDuplicates(own);
            HashSet<string?> declared = [.. own.Concat(shared).Where(static parameter => (string?)parameter["in"] == "path").Select(static parameter => (string?)parameter["name"])];
            foreach (Match match in PathParameter().Matches(path.Name))
            {
                if (!declared.Contains(match.Groups[1].Value))
                {
                    findings.Add(Rule.UndeclaredPathParameter, operation.Parent!, $"`{path.Name}` holds `{match.Value}`, which no parameter declares.");
                    operation["parameters"] ??= new JArray();
                    ((JArray)operation["parameters"]!).Add(new JObject { ["name"] = match.Groups[1].Value, ["in"] = "path", ["required"] = true });
                }
            }

            foreach (JObject schema in operation.SelectTokens("$..schema").OfType<JObject>())
            {
                CheckSchema(schema);
            }
        }
    }

    private void RemoveDuplicates(JToken parameters)
    {
        HashSet<(string?, string?)> seen = [];
        foreach (JToken parameter in parameters.ToList())
        {
            if (!seen.Add(((string?)parameter["in"], (string?)parameter["name"])))
            {
                findings.Add(Rule.DuplicateParameter, parameter, $"The {parameter["in"]} parameter `{parameter["name"]}` is declared more than once on one operation.");
                parameter.Remove();
            }
        }
    }

    private void CheckSchema(JObject schema)
    {
        foreach (JProperty keyword in schema.Properties().Where(static property => !s_keywords.Contains(property.Name) && !property.Name.StartsWith("x-", StringComparison.Ordinal)).ToList())
        {
            findings.Add(Rule.KeywordBesideProperties, keyword, $"`{keyword.Name}` is no keyword of a schema and means nothing where it stands.");
            keyword.Remove();
        }

        IEnumerable<JToken> inner = (schema["properties"]?.Children<JProperty>().Select(static property => property.Value) ?? [])
            .Concat(s_combiners.SelectMany(keyword => schema[keyword]?.Children() ?? Enumerable.Empty<JToken>()))
            .Append(schema["items"] ?? JValue.CreateNull())
            .Append(schema["additionalProperties"] ?? JValue.CreateNull());
        foreach (JObject child in inner.OfType<JObject>().ToList())
        {
            CheckSchema(child);
        }
    }
}
