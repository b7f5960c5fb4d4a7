using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>
/// Reports and removes elements whose JSON type does not match the OpenAPI specification, such as a string instead of an object. Later
/// steps can then rely on the types.
/// </summary>
/// <param name="findings">Collects the removed elements.</param>
internal sealed class StructureRepairer(FindingCollector findings)
{
    private static readonly string[] s_texts =
    [
        "description",
        "summary",
        "title",
        "format",
        "name",
        "in",
        "operationId",
        "$ref",
        "x-resource-type",
        SchemaNode.DeprecationReasonKeyword,
        NameKeywords.Enum,
        NameKeywords.Class,
        NameKeywords.Operation,
        NameKeywords.Member,
    ];
    private static readonly string[] s_flags = ["required", "deprecated", "readOnly", "writeOnly", "explode", ActionObject.OptionalKeyword];

    public void Repair(JObject root)
    {
        Texts(root);
        One(root, "info", Info);
        Each(root, "servers", Texts);
        Each(root, "security", static _ => { });
        Map(root, "paths", PathItem);
        One(
            root,
            "components",
            components =>
            {
                Map(components, "schemas", Schema);
                Map(components, "parameters", Parameter);
                Map(components, "headers", Parameter);
                Map(components, "responses", Response);
                Map(components, "requestBodies", Parameter);
                Map(components, "securitySchemes", Texts);
                Map(components, "x-resources", Texts);
            }
        );
    }

    private void Info(JObject info)
    {
        Texts(info);
        One(info, "contact", Texts);
        One(info, "license", Texts);
    }

    private void PathItem(JObject path)
    {
        Texts(path);
        Each(path, "parameters", Parameter);
        foreach (string method in path.Properties().Select(static member => member.Name).Where(ContractTree.IsMethod).ToList())
        {
            One(path, method, Operation);
        }
    }

    private void Operation(JObject operation)
    {
        Texts(operation);
        Flags(operation);
        Items(operation, "tags", static tag => tag.Type == JTokenType.String, "a string");
        Each(operation, "parameters", Parameter);
        Each(operation, "security", static _ => { });
        One(operation, "requestBody", Parameter);
        Map(operation, "responses", Response);
    }

    // Bodies and headers have the same structure as parameters: a schema, or one for each media type.
    private void Parameter(JObject parameter)
    {
        Texts(parameter);
        Flags(parameter);
        One(parameter, "schema", Schema);
        Map(parameter, "content", media => One(media, "schema", Schema));
    }

    private void Response(JObject response)
    {
        Parameter(response);
        Map(response, "headers", Parameter);
    }

    private void Schema(JObject schema)
    {
        Texts(schema);
        Require(schema["type"], static type => type is JArray or JValue { Value: string }, "a string or a list");
        Items(schema, "type", static type => type.Type is JTokenType.String or JTokenType.Null, "a string");
        Require(schema["required"], static required => required is JArray, "a list");
        Items(schema, "required", static name => name.Type == JTokenType.String, "a string");
        Require(schema["enum"], static values => values is JArray, "a list");
        Flags(schema, except: "required");
        One(schema, "items", Schema);
        One(schema, "not", Schema);
        foreach (string list in (string[])["anyOf", "oneOf", "allOf", "prefixItems"])
        {
            Each(schema, list, Schema);
        }

        Map(schema, "properties", Schema, ComposerRules.PropertyWithoutSchema);
        Map(schema, "patternProperties", Schema);
        Map(schema, "x-relationships", Schema);
        Require(schema[NameKeywords.EnumValues], static names => names is JObject, "an object");
        foreach (JProperty name in (schema[NameKeywords.EnumValues] as JObject ?? []).Properties().ToList())
        {
            Require(name.Value, static text => text.Type == JTokenType.String, "a string");
        }

        One(
            schema,
            "x-relationship",
            hint =>
            {
                Require(hint["type"], static type => type.Type == JTokenType.String, "a string");
                Require(hint["many"], static many => many.Type == JTokenType.Boolean, "true or false");
            }
        );
        Require(schema["additionalProperties"], static more => more is JObject or JValue { Value: bool }, "an object, true or false");
        if (schema["additionalProperties"] is JObject additional)
        {
            Schema(additional);
        }
    }

    private void Texts(JObject element) =>
        Array.ForEach(s_texts, name => Require(element[name], static text => text.Type == JTokenType.String, "a string"));

    private void Flags(JObject element, string? except = null) =>
        Array.ForEach(
            s_flags,
            name => Require(name == except ? null : element[name], static flag => flag.Type == JTokenType.Boolean, "true or false")
        );

    private void One(JObject element, string member, Action<JObject> check)
    {
        // A schema may be true or false.
        Require(element[member], token => token is JObject || (check == Schema && token is JValue { Value: bool }), "an object");
        if (element[member] is JObject one)
        {
            check(one);
        }
    }

    private void Map(JObject element, string member, Action<JObject> check, Rule? rule = null)
    {
        Require(element[member], static map => map is JObject, "an object");
        bool hasExtensions = member is "paths" or "responses";
        foreach (string name in (element[member] as JObject ?? []).Properties().Select(static entry => entry.Name).ToList())
        {
            JObject map = (JObject)element[member]!;
            if (hasExtensions && name.StartsWith("x-", StringComparison.Ordinal) && map[name] is not JObject)
            {
                // The specification allows any value, and no code depends on it.
                map.Remove(name);
                continue;
            }

            Require(map[name], token => token is JObject || (check == Schema && token is JValue { Value: bool }), "an object", rule);
            if (map[name] is JObject one)
            {
                check(one);
            }
        }
    }

    private void Each(JObject element, string member, Action<JObject> check)
    {
        Require(element[member], static list => list is JArray, "a list");
        Items(element, member, static item => item is JObject, "an object");
        foreach (JObject item in (element[member] as JArray ?? []).OfType<JObject>())
        {
            check(item);
        }
    }

    private void Items(JObject element, string member, Func<JToken, bool> isValid, string expected)
    {
        foreach (JToken item in (element[member] as JArray ?? []).ToList())
        {
            Require(item, isValid, expected);
        }
    }

    private void Require(JToken? token, Func<JToken, bool> isValid, string expected, Rule? rule = null)
    {
        if (token is null || isValid(token))
        {
            return;
        }

        string name = token.Parent is JProperty property ? $"`{property.Name}`" : "An item of a list";
        findings.Add(
            rule ?? ComposerRules.InvalidStructure,
            token.Parent is JProperty at ? at : token,
            $"{name} must be {expected}, but is of type {token.Type.ToString().ToLowerInvariant()}."
        );
        (token.Parent is JProperty member ? member : token).Remove();
    }
}
