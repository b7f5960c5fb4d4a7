using Kajabi.Contract.Compose;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Lint;

/// <summary>Successful answers of which the contract does not say what they hold, or says it in a shape that nobody recognises.</summary>
internal static class ResponseLint
{
    // Answers that have no body by what HTTP says of them.
    private static readonly HashSet<string> s_emptyStatuses = ["204", "205"];

    /// <summary>Reports successful answers without a schema. A deletion that answers with nothing has nothing to describe.</summary>
    public static void CheckSchemas(JObject root, FindingCollector findings)
    {
        foreach (JProperty operation in ContractTree.Operations(root).Where(static operation => operation.Name != "head"))
        {
            foreach (JProperty answer in Successes(operation).Where(static answer => !s_emptyStatuses.Contains(answer.Name)))
            {
                JToken? content = new SchemaNode(root, answer.Value)["content"];
                bool isEmpty = content is not JObject { Count: > 0 };
                bool hasSchemas =
                    !isEmpty
                    && content!
                        .Children<JProperty>()
                        .All(static media => (media.Value as JObject)?["schema"] is JObject or JValue { Value: true });
                if (!hasSchemas && !(isEmpty && operation.Name == "delete"))
                {
                    findings.Add(
                        Rule.AnswerWithoutSchema,
                        answer,
                        $"The answer {answer.Name} has no schema, so nobody knows what it holds."
                    );
                }
            }
        }
    }

    /// <summary>Reports answers that are described and that the composer made nothing of.</summary>
    public static void CheckShapes(JObject root, JObject composed, FindingCollector findings)
    {
        foreach (JProperty operation in ContractTree.Operations(root))
        {
            JProperty? answer = Successes(operation).FirstOrDefault();
            JToken? schema = answer is null
                ? null
                : (new SchemaNode(root, answer.Value)["content"] as JObject)?.Properties().FirstOrDefault()?.Value["schema"];
            string path = ((JProperty)operation.Parent!.Parent!).Name;
            bool isKnown = composed["paths"]?[path]?[operation.Name]?["x-response-type"] is not null;
            if (schema is JObject { Count: > 0 } && !isKnown && !HasEmptyData(root, schema))
            {
                findings.Add(
                    Rule.UnrecognisedAnswer,
                    schema,
                    $"The answer {answer!.Name} is neither a JSON:API document nor an object with members."
                );
            }
        }
    }

    private static IEnumerable<JProperty> Successes(JProperty operation) =>
        (operation.Value["responses"] as JObject ?? []).Properties().Where(static answer => answer.Name.StartsWith('2'));

    /// <summary>Some answers are documents whose data is an empty object: nothing to read, and said so.</summary>
    private static bool HasEmptyData(JObject root, JToken schema) =>
        new SchemaNode(root, schema).Property("data") is { IsArray: false } data && !data.Properties.Any();
}
