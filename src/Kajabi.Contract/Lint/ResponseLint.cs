using Kajabi.Composer.Model;
using Kajabi.Composer.Output;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Lint;

/// <summary>Reports success responses without a schema, or with one that the composer does not recognize.</summary>
internal static class ResponseLint
{
    // HTTP does not allow a body for these status codes.
    private static readonly HashSet<string> s_emptyStatuses = ["204", "205"];

    /// <summary>Reports success responses without a schema, except for deletions without a body.</summary>
    public static void CheckSchemas(JObject root, FindingCollector findings)
    {
        foreach (JProperty operation in ContractTree.Operations(root).Where(static operation => operation.Name != "head"))
        {
            foreach (JProperty response in SuccessResponses(operation).Where(static response => !s_emptyStatuses.Contains(response.Name)))
            {
                JToken? content = new SchemaNode(root, response.Value)["content"];
                bool isEmpty = content is not JObject { Count: > 0 };
                bool hasSchemas =
                    !isEmpty
                    && content!
                        .Children<JProperty>()
                        .All(static media => (media.Value as JObject)?["schema"] is JObject or JValue { Value: true });
                if (!hasSchemas && !(isEmpty && operation.Name == "delete"))
                {
                    findings.Add(
                        LintRules.ResponseWithoutSchema,
                        response,
                        $"The response {response.Name} has no schema, so its content is unknown."
                    );
                }
            }
        }
    }

    /// <summary>Reports responses with a schema that the composer did not recognize.</summary>
    public static void CheckShapes(JObject root, JObject composed, FindingCollector findings)
    {
        foreach (JProperty operation in ContractTree.Operations(root))
        {
            JProperty? response = SuccessResponses(operation).FirstOrDefault();
            JToken? schema = response is null
                ? null
                : (new SchemaNode(root, response.Value)["content"] as JObject)?.Properties().FirstOrDefault()?.Value["schema"];
            string path = ((JProperty)operation.Parent!.Parent!).Name;
            bool isKnown = composed["paths"]?[path]?[operation.Name] is { } known && CSharpExtension.Get(known, "response") is not null;
            if (schema is JObject { Count: > 0 } && !isKnown && !HasEmptyData(root, schema))
            {
                findings.Add(
                    LintRules.UnrecognizedResponse,
                    schema,
                    $"The response {response!.Name} is neither a JSON:API document nor an object with properties."
                );
            }
        }
    }

    private static IEnumerable<JProperty> SuccessResponses(JProperty operation) =>
        (operation.Value["responses"] as JObject ?? []).Properties().Where(static response => response.Name.StartsWith('2'));

    /// <summary>Returns whether the response is a document whose data is declared as an empty object.</summary>
    private static bool HasEmptyData(JObject root, JToken schema) =>
        new SchemaNode(root, schema).Property("data") is { IsArray: false } data && !data.Properties.Any();
}
