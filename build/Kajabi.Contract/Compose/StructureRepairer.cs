using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose;

/// <summary>
/// Finds what has another JSON type than OpenAPI gives it, such as text where an object belongs, and takes it away:
/// it means nothing, and everything after may rely on the shape.
/// </summary>
/// <param name="findings">Takes what was taken away.</param>
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
        "x-enum-name",
        "x-name",
        "x-operation-name",
        "x-csharp-name",
    ];
    private static readonly string[] s_flags = ["required", "deprecated", "readOnly", "writeOnly", "explode", "x-optional"];

    public void Check(JObject root)
    {
        Texts(root);
        One(root, "info", Texts);
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
                Map(components, "responses", Answer);
                Map(components, "requestBodies", Parameter);
                Map(components, "securitySchemes", Texts);
                Map(components, "x-resources", Texts);
            }
        );
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
        Items(operation, "tags", static tag => tag.Type == JTokenType.String, "text");
        Each(operation, "parameters", Parameter);
        Each(operation, "security", static _ => { });
        One(operation, "requestBody", Parameter);
        Map(operation, "responses", Answer);
    }

    // A body and a header are described as a parameter is: by a schema, or by one for each media type.
    private void Parameter(JObject parameter)
    {
        Texts(parameter);
        Flags(parameter);
        One(parameter, "schema", Schema);
        Map(parameter, "content", media => One(media, "schema", Schema));
    }

    private void Answer(JObject answer)
    {
        Parameter(answer);
        Map(answer, "headers", Parameter);
    }

    private void Schema(JObject schema)
    {
        Texts(schema);
        Require(schema["type"], static type => type is JArray or JValue { Value: string }, "text or a list");
        Items(schema, "type", static type => type.Type is JTokenType.String or JTokenType.Null, "text");
        Require(schema["required"], static required => required is JArray, "a list");
        Items(schema, "required", static name => name.Type == JTokenType.String, "text");
        Require(schema["enum"], static values => values is JArray, "a list");
        Flags(schema, except: "required");
        One(schema, "items", Schema);
        One(schema, "not", Schema);
        foreach (string list in (string[])["anyOf", "oneOf", "allOf", "prefixItems"])
        {
            Each(schema, list, Schema);
        }

        Map(schema, "properties", Schema, Rule.PropertyWithoutSchema);
        Map(schema, "patternProperties", Schema);
        Map(schema, "x-relationships", Schema);
        One(
            schema,
            "x-relationship",
            hint =>
            {
                Require(hint["type"], static type => type.Type == JTokenType.String, "text");
                Require(hint["many"], static many => many.Type == JTokenType.Boolean, "true or false");
            }
        );
        Require(schema["additionalProperties"], static more => more is JObject or JValue { Value: bool }, "an object, true or false");
        if (schema["additionalProperties"] is JObject additional)
        {
            Schema(additional);
        }
    }

    private void Texts(JObject holder) =>
        Array.ForEach(s_texts, name => Require(holder[name], static text => text.Type == JTokenType.String, "text"));

    private void Flags(JObject holder, string? except = null) =>
        Array.ForEach(
            s_flags,
            name => Require(name == except ? null : holder[name], static flag => flag.Type == JTokenType.Boolean, "true or false")
        );

    private void One(JObject holder, string member, Action<JObject> check)
    {
        // A schema may be true or false, which allows everything or nothing.
        Require(holder[member], token => token is JObject || (check == Schema && token is JValue { Value: bool }), "an object");
        if (holder[member] is JObject one)
        {
            check(one);
        }
    }

    private void Map(JObject holder, string member, Action<JObject> check, Rule? rule = null)
    {
        Require(holder[member], static map => map is JObject, "an object");
        foreach (string name in (holder[member] as JObject ?? []).Properties().Select(static entry => entry.Name).ToList())
        {
            JObject map = (JObject)holder[member]!;
            Require(map[name], token => token is JObject || (check == Schema && token is JValue { Value: bool }), "an object", rule);
            if (map[name] is JObject one)
            {
                check(one);
            }
        }
    }

    private void Each(JObject holder, string member, Action<JObject> check)
    {
        Require(holder[member], static list => list is JArray, "a list");
        Items(holder, member, static item => item is JObject, "an object");
        foreach (JObject item in (holder[member] as JArray ?? []).OfType<JObject>())
        {
            check(item);
        }
    }

    private void Items(JObject holder, string member, Func<JToken, bool> isRight, string expected)
    {
        foreach (JToken item in (holder[member] as JArray ?? []).ToList())
        {
            Require(item, isRight, expected);
        }
    }

    private void Require(JToken? token, Func<JToken, bool> isRight, string expected, Rule? rule = null)
    {
        if (token is null || isRight(token))
        {
            return;
        }

        string name = token.Parent is JProperty property ? $"`{property.Name}`" : "An item of a list";
        findings.Add(
            rule ?? Rule.WrongShape,
            token.Parent is JProperty at ? at : token,
            $"{name} is {token.Type.ToString().ToLowerInvariant()} where {expected} belongs."
        );
        (token.Parent is JProperty member ? member : token).Remove();
    }
}
