using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Reports declared path parameters that the path does not contain. The composer reports undeclared ones.</summary>
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
                .Select(static element => element["parameters"])
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
                    findings.Add(
                        LintRules.UnusedPathParameter,
                        parameter,
                        $"The path `{path.Name}` does not contain the path parameter `{name}`."
                    );
                }
            }
        }
    }
}
