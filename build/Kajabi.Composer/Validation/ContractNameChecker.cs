using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// Rejects names with characters that no name contains, such as quotation marks or line breaks, and invalid identifiers. Both are errors in
/// every document: text that could be code is never repaired.
/// </summary>
/// <param name="root">The OpenAPI document after its overlay.</param>
/// <param name="findings">Collects the rejected names.</param>
internal sealed class ContractNameChecker(JObject root, FindingCollector findings)
{
    private static readonly string[] s_identifiers = [NameKeywords.Member, NameKeywords.Enum, NameKeywords.Class, NameKeywords.Operation];

    private static readonly string[] s_components =
    [
        "schemas",
        "parameters",
        "headers",
        "responses",
        "requestBodies",
        "securitySchemes",
        "x-resources",
    ];

    public void Check()
    {
        foreach (JProperty path in ContractTree.Paths(root))
        {
            Name(path, path.Name, "path");
            Parameters(path.Value);
            foreach (JProperty operation in ContractTree.Operations(path.Value))
            {
                Operation((JObject)operation.Value);
            }
        }

        foreach (JProperty entry in s_components.SelectMany(kind => Members(root.SelectToken($"components.{kind}"))))
        {
            Name(entry, entry.Name, "component");
            Element(entry.Value);
            if (entry.Parent?.Parent is JProperty { Name: "x-resources" })
            {
                Identifier(entry.Value, "name");
            }
        }

        Security(root);
        foreach (JObject schema in ContractTree.Schemas(root))
        {
            Schema(schema);
        }
    }

    private void Operation(JObject operation)
    {
        Identifiers(operation);
        Parameters(operation);
        Element(operation["requestBody"]);
        Security(operation);
        foreach (JToken tag in operation["tags"] as JArray ?? [])
        {
            Name(tag, tag, "tag");
        }

        foreach (JProperty response in Members(operation["responses"]))
        {
            Name(response, response.Name, "status");
            Element(response.Value);
        }
    }

    private void Parameters(JToken element)
    {
        foreach (JToken parameter in (element as JObject)?["parameters"] as JArray ?? [])
        {
            Element(parameter);
        }
    }

    /// <summary>Checks a parameter, header, body or response: its name, its media types and its headers.</summary>
    private void Element(JToken? element)
    {
        if (element is not JObject members)
        {
            return;
        }

        Identifiers(members);
        Name(members["name"], members["name"], "name");
        foreach (JProperty media in Members(members["content"]))
        {
            Report(media, SafeName.ForbiddenInValue(media.Name), "media type", media.Name);
        }

        foreach (JProperty header in Members(members["headers"]))
        {
            Name(header, header.Name, "header");
            Element(header.Value);
        }
    }

    private void Schema(JObject schema)
    {
        Identifiers(schema);
        foreach (JProperty name in Members(schema[NameKeywords.EnumValues]))
        {
            Identifier(name.Parent!, name.Name);
        }

        Name(schema["x-resource-type"], schema["x-resource-type"], "resource type");
        Name((schema["x-relationship"] as JObject)?["type"], (schema["x-relationship"] as JObject)?["type"], "resource type");
        foreach (JProperty member in Members(schema["properties"]).Concat(Members(schema["x-relationships"])))
        {
            Name(member, member.Name, "member");
        }

        // The value of a property `type` is the name of a resource type.
        bool isType = schema.Parent is JProperty { Name: "type", Parent.Parent: JProperty { Name: "properties" } };
        foreach (JValue value in (schema["enum"] as JArray ?? []).OfType<JValue>().Where(static value => value.Value is string))
        {
            string text = (string)value.Value!;
            Report(value, isType ? SafeName.Forbidden(text) : SafeName.ForbiddenInValue(text), "value", text);
        }
    }

    private void Security(JObject element)
    {
        foreach (JProperty scheme in (element["security"] as JArray ?? []).SelectMany(static requirement => Members(requirement)))
        {
            Name(scheme, scheme.Name, "security scheme");
        }
    }

    private void Identifiers(JObject element) => Array.ForEach(s_identifiers, name => Identifier(element, name));

    private void Identifier(JToken element, string keyword)
    {
        if ((element as JObject)?[keyword] is JValue { Value: not null } value && !CSharpIdentifier.IsPublicName(value.Value as string))
        {
            findings.Add(
                ComposerRules.InvalidIdentifier,
                value,
                $"`{keyword}` is `{value}`, which is not a public C# name, at {JsonPointer.Format(value)}."
            );
        }
    }

    private void Name(JToken? location, JToken? name, string kind)
    {
        if (location is not null && name is JValue { Value: string text })
        {
            Name(location, text, kind);
        }
    }

    private void Name(JToken location, string name, string kind) => Report(location, SafeName.Forbidden(name), kind, name);

    private void Report(JToken location, string? forbidden, string kind, string name)
    {
        if (forbidden is not null)
        {
            findings.Add(
                ComposerRules.UnsafeName,
                location,
                $"The {kind} `{name}` contains {forbidden}, which is not allowed in a {kind}, at {JsonPointer.Format(location)}. "
                    + ProposedAction.FormatRemoval(location)
            );
        }
    }

    private static IEnumerable<JProperty> Members(JToken? map) => (map as JObject)?.Properties() ?? [];
}
