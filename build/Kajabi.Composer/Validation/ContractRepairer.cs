using System.Text.RegularExpressions;
using Kajabi.Composer.JsonPath;
using Kajabi.Composer.Model;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>Reports and repairs defects of an OpenAPI document, by their most plausible interpretation.</summary>
/// <param name="root">The document.</param>
/// <param name="findings">Collects the defects.</param>
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

    /// <returns>Whether the file is an OpenAPI document.</returns>
    public bool Repair()
    {
        if (root["openapi"] is JValue { Value: string version } && NewerVersion().IsMatch(version))
        {
            findings.Add(ComposerRules.NewerVersion, root["openapi"]!, $"The document is written for OpenAPI {version}.", isExpected: true);
        }

        if (root["openapi"]?.ToString().StartsWith("3.", StringComparison.Ordinal) != true || root["paths"] is not JObject)
        {
            findings.Add(DocumentRules.NotOpenApi, root, "The file has no `openapi: 3.x` or no `paths`.");
            return false;
        }

        CircularReferences.Remove(root, findings);
        PathItemReferences.Inline(root);
        new StructureRepairer(findings).Repair(root);
        RepairReferences();
        ContractKeyChecker.Check(root, findings);
        foreach (JProperty path in ContractTree.Paths(root))
        {
            RepairPath(path);
        }

        foreach (JObject schema in ContractTree.Schemas(root).ToList())
        {
            RepairSchema(schema);
        }

        return true;
    }

    [GeneratedRegex(@"\A3\.([2-9]|[1-9][0-9]+)(\.|\z)")]
    private static partial Regex NewerVersion();

    private void RepairReferences()
    {
        foreach (JProperty reference in ContractTree.References(root).ToList())
        {
            if (SchemaNode.Resolve(root, (string)reference.Value!) is null)
            {
                findings.Add(
                    DocumentRules.DanglingReference,
                    reference.Value,
                    $"The reference `{reference.Value}` has no target in this file."
                );
                reference.Remove();
            }
        }
    }

    private void RepairPath(JProperty path)
    {
        JToken shared = path.Value["parameters"] ?? new JArray();
        ResolveReferences(shared);
        RemoveDuplicates(shared);
        foreach (JObject operation in ContractTree.Operations(path.Value).Select(static member => (JObject)member.Value))
        {
            JToken own = operation["parameters"] ?? new JArray();
            ResolveReferences(own);
            RemoveDuplicates(own);
            HashSet<string?> declared =
            [
                .. own.Concat(shared)
                    .Where(static parameter => (string?)parameter["in"] == "path")
                    .Select(static parameter => (string?)parameter["name"]),
            ];
            foreach (string name in PathVariables.Find(path.Name))
            {
                if (!declared.Contains(name))
                {
                    findings.Add(
                        DocumentRules.UndeclaredPathParameter,
                        operation.Parent!,
                        $"The path `{path.Name}` contains `{{{name}}}`, which is not declared as a parameter."
                    );
                    operation["parameters"] ??= new JArray();
                    ((JArray)operation["parameters"]!).Add(
                        new JObject
                        {
                            ["name"] = name,
                            ["in"] = "path",
                            ["required"] = true,
                        }
                    );
                }
            }
        }
    }

    /// <summary>
    /// Replaces references with the shared parameters, so that later steps only handle inline parameters. An overlay can name the parameter
    /// of one operation with an extension beside its reference.
    /// </summary>
    private void ResolveReferences(JToken parameters)
    {
        foreach (JObject parameter in parameters.OfType<JObject>().Where(static parameter => parameter["$ref"] is not null).ToList())
        {
            JObject target = new SchemaNode(root, parameter).Target;
            JObject resolved = (JObject)target.DeepClone();
            foreach (JProperty member in target.Properties())
            {
                TokenOrigin.Set(resolved[member.Name]!, member.Value);
            }

            foreach (JProperty extension in parameter.Properties().Where(static one => one.Name.StartsWith("x-", StringComparison.Ordinal)))
            {
                resolved[extension.Name] = extension.Value.DeepClone();
            }

            parameter.Replace(resolved);
        }
    }

    private void RemoveDuplicates(JToken parameters)
    {
        HashSet<(string?, string?)> seen = [];
        foreach (JToken parameter in parameters.ToList())
        {
            if (parameter["name"] is not JValue { Value: string } || parameter["in"] is not JValue { Value: string })
            {
                // An empty parameter results from a dangling reference, which is already reported.
                if (parameter.HasValues || parameter is not JObject)
                {
                    findings.Add(ComposerRules.UnsupportedSchema, parameter, "The parameter has no `name` or no `in`.");
                }

                parameter.Remove();
            }
            else if (!seen.Add(((string?)parameter["in"], (string?)parameter["name"])))
            {
                findings.Add(
                    DocumentRules.DuplicateParameter,
                    parameter,
                    $"The {parameter["in"]} parameter `{parameter["name"]}` is declared more than once for the same operation."
                );
                parameter.Remove();
            }
        }
    }

    private void RepairSchema(JObject schema)
    {
        foreach (
            JProperty keyword in schema
                .Properties()
                .Where(static property => !s_keywords.Contains(property.Name) && !property.Name.StartsWith("x-", StringComparison.Ordinal))
                .ToList()
        )
        {
            findings.Add(
                ComposerRules.KeywordBesideProperties,
                keyword,
                $"`{keyword.Name}` is not a schema keyword and has no effect here."
                    + SimilarName.Suggest(SimilarName.Find(keyword.Name, s_keywords))
            );
            keyword.Remove();
        }

        KeywordTypeChecker.Check(schema, findings);
        HashSet<JToken> values = new(JToken.EqualityComparer);
        foreach (JToken duplicate in (schema["enum"] as JArray ?? []).Where(value => !values.Add(value)).ToList())
        {
            findings.Add(ComposerRules.DuplicateEnumValue, duplicate, $"The enum lists `{duplicate}` more than once.", isExpected: true);
            duplicate.Remove();
        }
    }
}
