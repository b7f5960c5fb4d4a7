using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>Reports and removes invalid keys, such as an empty status code or a path without a slash.</summary>
internal static class ContractKeyChecker
{
    private const string MediaTypeKind = "media type";

    public static void Check(JObject root, FindingCollector findings)
    {
        foreach (JProperty path in ContractTree.Paths(root).ToList())
        {
            if (!path.Name.StartsWith('/'))
            {
                Remove(path, "path", findings);
                continue;
            }

            HashSet<string> variables = [];
            if (PathVariables.Find(path.Name).FirstOrDefault(variable => !variables.Add(variable)) is { } duplicate)
            {
                Remove(path, $"path: `{{{duplicate}}}` occurs more than once in it", findings);
                continue;
            }

            foreach (JProperty operation in ContractTree.Operations(path.Value))
            {
                Operation((JObject)operation.Value, findings);
            }
        }

        foreach (
            JProperty entry in ((string[])["parameters", "headers", "responses", "requestBodies"]).SelectMany(kind =>
                Members(root.SelectToken($"components.{kind}"))
            )
        )
        {
            Content(entry.Value, findings);
        }

        foreach (JObject schema in ContractTree.Schemas(root).ToList())
        {
            foreach (JProperty member in Members(schema["properties"]).Where(static member => member.Name.Length == 0).ToList())
            {
                Remove(member, "member", findings);
            }
        }
    }

    private static void Operation(JObject operation, FindingCollector findings)
    {
        Content(operation["requestBody"], findings);
        foreach (JToken parameter in operation["parameters"] as JArray ?? [])
        {
            Content(parameter, findings);
        }

        foreach (JProperty response in Members(operation["responses"]).ToList())
        {
            if (ElementKey.IsStatusCode(response.Name))
            {
                Content(response.Value, findings);
            }
            else
            {
                Remove(response, "status code", findings);
            }
        }
    }

    private static void Content(JToken? element, FindingCollector findings)
    {
        foreach (
            JProperty media in Members((element as JObject)?["content"]).Where(static media => !ElementKey.IsMediaType(media.Name)).ToList()
        )
        {
            Remove(media, MediaTypeKind, findings);
        }
    }

    private static void Remove(JProperty key, string kind, FindingCollector findings)
    {
        // Rejected names are reported by the name checker, with the invalid character. Parameters of media types may be quoted.
        if ((kind == MediaTypeKind ? SafeName.ForbiddenInValue(key.Name) : SafeName.Forbidden(key.Name)) is null)
        {
            findings.Add(DocumentRules.InvalidKey, key, $"The key `{key.Name}` is not a valid {kind}.");
            key.Remove();
        }
    }

    private static IEnumerable<JProperty> Members(JToken? map) => (map as JObject)?.Properties() ?? [];
}
