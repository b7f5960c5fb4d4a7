using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Versions of our OpenAPI document with fewer elements.</summary>
internal static class ContractSlice
{
    /// <summary>Returns the operations, such as <c>GET /v1/contacts</c>.</summary>
    public static IReadOnlyList<string> Operations(JObject root) => [.. ContractTree.Operations(root).Select(Name)];

    /// <summary>Returns a document with some operations and the components that they need.</summary>
    /// <param name="root">The document, which is not changed.</param>
    /// <param name="operations">The operations.</param>
    public static JObject Keep(JObject root, IReadOnlySet<string> operations)
    {
        JObject paths = [];
        foreach (JProperty path in ContractTree.Paths(root))
        {
            List<JProperty> others = [.. ContractTree.Operations(path.Value).Where(operation => !operations.Contains(Name(operation)))];
            if (others.Count < ContractTree.Operations(path.Value).Count())
            {
                paths[path.Name] = new JObject(path.Value.Children<JProperty>().Except(others));
            }
        }

        HashSet<string> used = [];
        AddReferences(paths, root, used);
        JObject components = [];
        foreach (JProperty kind in root["components"]!.Children<JProperty>())
        {
            components[kind.Name] = new JObject(
                kind.Value.Children<JProperty>()
                    .Where(element => kind.Name == "securitySchemes" || used.Contains($"#/components/{kind.Name}/{element.Name}"))
            );
        }

        JObject slice = new(root.Properties().Where(static member => member.Name is not ("paths" or "components")));
        (slice["paths"], slice["components"]) = (paths, components);
        return slice;
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

    /// <summary>Removes an attribute from all schemas of its type.</summary>
    /// <param name="root">The document.</param>
    /// <param name="model">The model of the document, which contains the locations.</param>
    /// <param name="type">The class, such as <c>ContactAttributes</c>.</param>
    /// <param name="property">The property.</param>
    public static JObject RemoveAttribute(JObject root, ComposedModel model, string type, string property)
    {
        foreach (ResourceModel resource in model.Resources.Values.Where(one => $"{one.Name}Attributes" == type))
        {
            foreach (MemberModel member in resource.Attributes.Values.Where(one => one.Name == property))
            {
                resource.AttributeSchemas.ForEach(schema =>
                    (root.SelectToken(schema.Target.Path)?["properties"] as JObject)?.Remove(member.ApiName)
                );
            }
        }

        foreach (MemberModel member in model.Objects.GetValueOrDefault(type)?.Members.Where(one => one.Name == property) ?? [])
        {
            root.SelectToken(member.Location.Path)?.Parent?.Remove();
        }

        return root;
    }

    private static string Name(JProperty operation) => $"{operation.Name.ToUpperInvariant()} {((JProperty)operation.Parent!.Parent!).Name}";

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
