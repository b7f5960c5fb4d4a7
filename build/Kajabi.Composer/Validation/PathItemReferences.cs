using Kajabi.Composer.JsonPath;
using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Validation;

/// <summary>Replaces references of paths by the operations they refer to, so that all other code reads operations in one place.</summary>
internal static class PathItemReferences
{
    private const string Keyword = "$ref";

    /// <param name="root">The document, without circular references. It is changed. A reference without a target remains.</param>
    public static void Inline(JObject root)
    {
        foreach (JObject path in ContractTree.Paths(root).Select(static path => (JObject)path.Value))
        {
            while (path[Keyword] is JValue { Value: string reference } && SchemaNode.Resolve(root, reference) is JObject target)
            {
                path.Remove(Keyword);
                foreach (JProperty member in target.Properties().Where(member => !path.ContainsKey(member.Name)).ToList())
                {
                    path[member.Name] = TokenOrigin.Copy(member.Value);
                }
            }
        }
    }
}
