using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Reports undeclared security schemes.</summary>
internal static class SecuritySchemeLint
{
    public static void Check(JObject root, FindingCollector findings)
    {
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
}
