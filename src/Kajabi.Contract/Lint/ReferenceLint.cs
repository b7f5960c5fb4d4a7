using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Reports circular references and undeclared security schemes.</summary>
internal static class ReferenceLint
{
    public static void Check(JObject root, FindingCollector findings)
    {
        foreach (JProperty reference in ContractTree.References(root).Where(reference => IsCircular(root, reference)))
        {
            findings.Add(
                DocumentRules.DanglingReference,
                reference.Value,
                $"The reference `{reference.Value}` is circular, or part of a chain of more than {SchemaNode.MaxReferences} references."
            );
        }

        JObject? schemes = root.SelectToken("components.securitySchemes") as JObject;
        IEnumerable<JToken> requirements = ContractTree
            .Operations(root)
            .Select(static operation => operation.Value["security"])
            .Append(root["security"])
            .OfType<JArray>()
            .SelectMany(static list => list);
        foreach (
            JProperty scheme in requirements
                .OfType<JObject>()
                .SelectMany(static requirement => requirement.Properties())
                .Where(scheme => schemes?.ContainsKey(scheme.Name) != true)
        )
        {
            findings.Add(DocumentRules.DanglingReference, scheme, $"The security scheme `{scheme.Name}` is not declared.");
        }
    }

    private static bool IsCircular(JObject root, JProperty reference)
    {
        HashSet<JToken> seen = [];
        JToken? at = reference.Parent;
        while ((at as JObject)?["$ref"] is JValue { Value: string next })
        {
            if (!seen.Add(at!) || seen.Count > SchemaNode.MaxReferences)
            {
                return true;
            }

            at = SchemaNode.Resolve(root, next);
        }

        return false;
    }
}
