using Kajabi.Contract.Compose;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Lint;

/// <summary>Path parameters that the path does not hold. Those that it holds and nobody declares are the composer's to find.</summary>
internal static class PathParameterLint
{
    public static void Check(JObject root, FindingCollector findings)
    {
        foreach (JProperty path in ContractTree.Paths(root))
        {
            IEnumerable<JToken> lists = ContractTree
                .Operations(path.Value)
                .Select(static operation => operation.Value)
                .Prepend(path.Value)
                .Select(static holder => holder["parameters"])
                .OfType<JArray>();
            foreach (JToken parameter in lists.SelectMany(static list => list))
            {
                SchemaNode read = new(root, parameter);
                if (
                    read.Text("in") == "path"
                    && read.Text("name") is { } name
                    && !path.Name.Contains($"{{{name}}}", StringComparison.Ordinal)
                )
                {
                    findings.Add(Rule.UnusedPathParameter, parameter, $"The path parameter `{name}` does not stand in `{path.Name}`.");
                }
            }
        }
    }
}
