using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// Reports and removes references that never reach a value. Otherwise, the path or response that contains one would be missing without
/// a finding.
/// </summary>
internal static class CircularReferences
{
    /// <param name="root">The document, which is changed.</param>
    /// <param name="findings">Collects the references.</param>
    public static void Remove(JObject root, FindingCollector findings)
    {
        // All of them before the first one is removed: without one reference, the others of the same circle are not circular.
        foreach (JProperty reference in ContractTree.References(root).Where(reference => IsCircular(root, reference)).ToList())
        {
            findings.Add(
                DocumentRules.DanglingReference,
                reference.Value,
                $"The reference `{reference.Value}` is circular, or part of a chain of more than {SchemaNode.MaxReferences} references."
            );
            reference.Remove();
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
