using System.Text.RegularExpressions;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>Finds what is wrong in a contract by itself, and repairs it by the obvious reading so that the rest can go on.</summary>
/// <param name="root">The contract.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed partial class ContractRepairer(JObject root, FindingCollector findings)
{
    private static readonly HashSet<string> s_keywords =
    [
        "$ref",
        "type",
        "format",
        "title",
        "description",
        "properties",
        "required",
        "items",
        "enum",
        "const",
        "default",
        "example",
        "examples",
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        "anyOf",
        "oneOf",
        "allOf",
        "not",
        "additionalProperties",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "multipleOf",
        "discriminator",
        "xml",
        "externalDocs",
        "$comment",
        "$defs",
        "prefixItems",
        "contains",
        "patternProperties",
        "propertyNames",
        "if",
        "then",
        "else",
        "contentEncoding",
        "contentMediaType",
        "dependentRequired",
        "dependentSchemas",
        "minContains",
        "maxContains",
        "unevaluatedProperties",
        "unevaluatedItems",
        "$id",
        "$schema",
        "$anchor",
        "$dynamicRef",
        "$dynamicAnchor",
    ];

    public void Check()
    {
        if (root["openapi"]?.ToString().StartsWith("3.", StringComparison.Ordinal) != true || root["paths"] is not JObject)
        {
            findings.Add(Rule.NotOpenApi, root, "The file says no `openapi: 3.x` or has no `paths`.");
            return;
        }

        new StructureRepairer(findings).Check(root);
        CheckReferences();
        ContractKeyChecker.Check(root, findings);
        foreach (JProperty path in ContractTree.Paths(root))
        {
            CheckPath(path);
        }

        foreach (JObject schema in ContractTree.Schemas(root).ToList())
        {
            CheckSchema(schema);
        }
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathParameter();

    private void CheckReferences()
    {
        foreach (JProperty reference in ContractTree.References(root).ToList())
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
        WriteOut(shared);
        RemoveDuplicates(shared);
        foreach (JObject operation in ContractTree.Operations(path.Value).Select(static member => (JObject)member.Value))
        {
            JToken own = operation["parameters"] ?? new JArray();
            WriteOut(own);
            RemoveDuplicates(own);
            HashSet<string?> declared =
            [
                .. own.Concat(shared)
                    .Where(static parameter => (string?)parameter["in"] == "path")
                    .Select(static parameter => (string?)parameter["name"]),
            ];
            foreach (Match match in PathParameter().Matches(path.Name))
            {
                if (!declared.Contains(match.Groups[1].Value))
                {
                    findings.Add(
                        Rule.UndeclaredPathParameter,
                        operation.Parent!,
                        $"`{path.Name}` holds `{match.Value}`, which no parameter declares."
                    );
                    operation["parameters"] ??= new JArray();
                    ((JArray)operation["parameters"]!).Add(
                        new JObject
                        {
                            ["name"] = match.Groups[1].Value,
                            ["in"] = "path",
                            ["required"] = true,
                        }
                    );
                }
            }
        }
    }

    /// <summary>Puts a shared parameter where it is referred to, so that everything after reads parameters in one way.</summary>
    private void WriteOut(JToken parameters)
    {
        foreach (JToken parameter in parameters.OfType<JObject>().Where(static parameter => parameter["$ref"] is not null).ToList())
        {
            parameter.Replace(new SchemaNode(root, parameter).Target.DeepClone());
        }
    }

    private void RemoveDuplicates(JToken parameters)
    {
        HashSet<(string?, string?)> seen = [];
        foreach (JToken parameter in parameters.ToList())
        {
            if (parameter["name"] is not JValue { Value: string } || parameter["in"] is not JValue { Value: string })
            {
                // Nothing at all is what a dangling reference leaves, which is told already.
                if (parameter.HasValues || parameter is not JObject)
                {
                    findings.Add(Rule.UnsupportedSchema, parameter, "A parameter without `name` or `in` cannot be sent.");
                }

                parameter.Remove();
            }
            else if (!seen.Add(((string?)parameter["in"], (string?)parameter["name"])))
            {
                findings.Add(
                    Rule.DuplicateParameter,
                    parameter,
                    $"The {parameter["in"]} parameter `{parameter["name"]}` is declared more than once on one operation."
                );
                parameter.Remove();
            }
        }
    }

    private void CheckSchema(JObject schema)
    {
        foreach (
            JProperty keyword in schema
                .Properties()
                .Where(static property => !s_keywords.Contains(property.Name) && !property.Name.StartsWith("x-", StringComparison.Ordinal))
                .ToList()
        )
        {
            findings.Add(
                Rule.KeywordBesideProperties,
                keyword,
                $"`{keyword.Name}` is no keyword of a schema and means nothing where it stands."
            );
            keyword.Remove();
        }

        HashSet<JToken> values = new(JToken.EqualityComparer);
        foreach (JToken repeated in (schema["enum"] as JArray ?? []).Where(value => !values.Add(value)).ToList())
        {
            findings.Add(Rule.DuplicateEnumValue, repeated, $"The enum lists `{repeated}` more than once.", isExpected: true);
            repeated.Remove();
        }
    }
}
