using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Versions of our OpenAPI document with fewer elements.</summary>
internal static class ContractSlice
{
    /// <summary>Returns the operations, such as <c>GET /v1/contacts</c>.</summary>
    public static IReadOnlyList<string> Operations(JObject root) =>
        [
            .. ContractTree
                .Operations(root)
                .Select(static operation => $"{operation.Name.ToUpperInvariant()} {((JProperty)operation.Parent!.Parent!).Name}"),
        ];

    /// <summary>Removes all operations but one, and the schemas that it does not need.</summary>
    public static JObject KeepOnly(JObject root, string operation)
    {
        foreach (JProperty other in ContractTree.Operations(root).ToList())
        {
            JProperty path = (JProperty)other.Parent!.Parent!;
            if ($"{other.Name.ToUpperInvariant()} {path.Name}" != operation)
            {
                other.Remove();
                if (!ContractTree.Operations(path.Value).Any())
                {
                    path.Remove();
                }
            }
        }

        HashSet<string> used = [];
        AddReferences(root["paths"]!, root, used);
        foreach (JProperty component in root["components"]!.Children<JProperty>().Where(static kind => kind.Name != "securitySchemes"))
        {
            foreach (JProperty element in component.Value.Children<JProperty>().ToList())
            {
                if (!used.Contains($"#/components/{component.Name}/{element.Name}"))
                {
                    element.Remove();
                }
            }
        }

        return root;
    }

    /// <summary>Removes one operation.</summary>
    public static JObject Remove(JObject root, string operation)
    {
        string[] parts = operation.Split(' ');
        JProperty path = ((JObject)root["paths"]!).Property(parts[1])!;
        ((JObject)path.Value).Remove(parts[0].ToLowerInvariant());
        if (!ContractTree.Operations(path.Value).Any())
        {
            path.Remove();
        }

        return root;
    }

    /// <summary>Renames a tag on every operation.</summary>
    public static JObject RenameTag(JObject root, string tag, string name)
    {
        foreach (JValue value in root.Descendants().OfType<JValue>().Where(value => (string?)(value.Value as string) == tag).ToList())
        {
            if (value.Parent is JArray { Parent: JProperty { Name: "tags" } } or JProperty { Name: "name" })
            {
                value.Value = name;
            }
        }

        return root;
    }

    private static void AddReferences(JToken element, JObject root, HashSet<string> used)
    {
        foreach (
            JProperty reference in ((JContainer)element).DescendantsAndSelf().OfType<JProperty>().Where(static one => one.Name == "$ref")
        )
        {
            string target = (string)reference.Value!;
            if (used.Add(target) && root.SelectToken(target[2..].Replace('/', '.')) is { } found)
            {
                AddReferences(found, root, used);
            }
        }
    }
}
