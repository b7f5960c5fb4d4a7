using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.NoOp;

/// <summary>Edits that move elements within the file.</summary>
internal static class StructureEdits
{
    private const string Schemas = "#/components/schemas/";
    private const string Contact = "paths['/v1/contacts/{id}']";

    public static IReadOnlyDictionary<string, Action<JObject>> All { get; } =
        new Dictionary<string, Action<JObject>>
        {
            ["components have other names"] = static root =>
            {
                root["components"]!["schemas"] = new JObject(
                    root["components"]!["schemas"]!
                        .Children<JProperty>()
                        .Select(static schema => new JProperty($"Renamed.{schema.Name}", schema.Value))
                );
                References(
                    root,
                    static reference =>
                        reference.Value = new JValue(
                            ((string)reference.Value!).Replace(Schemas, $"{Schemas}Renamed.", StringComparison.Ordinal)
                        )
                );
            },
            ["references are inlined"] = static root =>
                References(
                    root,
                    reference =>
                        reference.Parent!.Replace(
                            root["components"]!["schemas"]![((string)reference.Value!)[Schemas.Length..]]!.DeepClone()
                        )
                ),
            ["each reference points to another reference"] = static root =>
            {
                JObject schemas = (JObject)root["components"]!["schemas"]!;
                References(root, static reference => reference.Value = new JValue($"{reference.Value}_alias"));
                foreach (string name in schemas.Properties().Select(static schema => schema.Name).ToList())
                {
                    schemas[$"{name}_alias"] = new JObject { ["$ref"] = Schemas + name };
                }
            },
            ["a reference points into a path"] = static root =>
                root.Replace(
                    "paths['/v1/me'].get.responses['401'].content['application/vnd.api+json'].schema",
                    "{'$ref':'#/paths/~1v1~1sites/get/responses/401/content/application~1vnd.api%2Bjson/schema'}"
                ),
            ["bodies become components"] = static root => Extract(root, "requestBody", "requestBodies"),
            ["responses become components"] = static root =>
            {
                foreach (JObject operation in root.Operations())
                {
                    ExtractMembers(root, (JObject)operation["responses"]!, "responses");
                }
            },
            ["parameters become components"] = static root =>
            {
                foreach (JArray parameters in root.Operations().Select(static operation => operation["parameters"]).OfType<JArray>())
                {
                    foreach (JToken parameter in parameters.ToList())
                    {
                        parameter.Replace(Component(root, "parameters", parameter));
                    }
                }
            },
            ["paths become components"] = static root => ExtractMembers(root, (JObject)root["paths"]!, "pathItems"),
            ["schemas become components"] = static root =>
            {
                foreach (
                    JProperty schema in root["paths"]!.SelectTokens("$..schema").Select(static schema => (JProperty)schema.Parent!).ToList()
                )
                {
                    schema.Value = Component(root, "schemas", schema.Value);
                }
            },
            ["path parameters are declared on the path"] = static root =>
            {
                foreach (JObject path in root["paths"]!.Children<JProperty>().Select(static path => (JObject)path.Value).ToList())
                {
                    List<JArray> lists =
                    [
                        .. path.Properties().Select(static member => (member.Value as JObject)?["parameters"]).OfType<JArray>(),
                    ];
                    if (lists.Count > 0 && lists[0].FirstOrDefault(static parameter => (string?)parameter["in"] == "path") is { } shared)
                    {
                        path["parameters"] = new JArray(shared.DeepClone());
                        lists.ForEach(static list => list.First(static parameter => (string?)parameter["in"] == "path").Remove());
                    }
                }
            },
            ["parameters of the path are declared on the operations"] = static root =>
            {
                JArray shared = root.List("paths['/v1/contact_notes/{id}'].parameters");
                root.RemoveAt("paths['/v1/contact_notes/{id}'].parameters");
                foreach (
                    JObject operation in root.Map("paths['/v1/contact_notes/{id}']")
                        .Properties()
                        .Select(static member => (JObject)member.Value)
                )
                {
                    operation["parameters"] = new JArray(shared.Concat(operation["parameters"] as JArray ?? []));
                }
            },
            ["a parameter of the path is overridden by each operation"] = static root =>
                root.Set(
                    Contact,
                    "parameters",
                    "[{'name':'id','in':'path','required':true,'schema':{'type':'boolean'}},"
                        + "{'name':'Authorization','in':'header','schema':{'type':'string'}}]"
                ),
            ["a parameter is duplicated"] = static root =>
            {
                foreach (JArray parameters in root.Operations().Select(static operation => operation["parameters"]).OfType<JArray>())
                {
                    parameters.Add(parameters.Select(static parameter => parameter.DeepClone()).ToList());
                }
            },
            ["path parameters have other names"] = static root =>
            {
                foreach (JProperty path in root["paths"]!.Children<JProperty>().ToList())
                {
                    foreach (JToken parameter in path.Value.SelectTokens("$..parameters[?(@.in=='path')]"))
                    {
                        parameter["name"] = $"the_{parameter["name"]}";
                    }

                    path.Replace(new JProperty(path.Name.Replace("{", "{the_", StringComparison.Ordinal), path.Value));
                }
            },
            ["objects are split"] = static root =>
                Each(
                    root,
                    static schema => schema["properties"] is JObject { Count: > 1 },
                    static schema =>
                    {
                        JObject properties = (JObject)schema["properties"]!;
                        JProperty first = properties.Properties().First();
                        first.Remove();
                        schema["allOf"] = new JArray(
                            new JObject { ["properties"] = new JObject(first) },
                            new JObject { ["required"] = schema["required"] ?? new JArray() }
                        );
                        schema.Remove("required");
                    }
                ),
            ["each schema is the only part of `allOf`"] = static root =>
                Each(root, static schema => schema["type"] is not null, static schema => Wrap(schema, "allOf")),
            ["each schema is the only alternative"] = static root =>
                Each(root, static schema => schema["type"] is not null, static schema => Wrap(schema, "oneOf")),
            ["alternatives are nested"] = static root =>
                Each(
                    root,
                    static schema => schema["anyOf"] is JArray { Count: > 1 },
                    static schema =>
                        schema["anyOf"] = new JArray(
                            ((JArray)schema["anyOf"]!)[0],
                            new JObject { ["anyOf"] = new JArray(((JArray)schema["anyOf"]!).Skip(1)) }
                        )
                ),
            ["alternatives are duplicated"] = static root =>
                Each(
                    root,
                    static schema => schema["anyOf"] is JArray,
                    static schema => schema["anyOf"] = new JArray(((JArray)schema["anyOf"]!).Concat((JArray)schema["anyOf"]!))
                ),
            ["unused components are added"] = static root =>
            {
                root.Set("components.schemas", "unused", "{'type':'string'}");
                root.Set("components.securitySchemes", "Unused", "{'type':'apiKey','in':'query','name':'key'}");
            },
            ["the security scheme has another name"] = static root =>
            {
                root.Rename("components.securitySchemes.Bearer", "Token");
                root.Map("components.securitySchemes.Token")["bearerFormat"] = "opaque";
                foreach (JObject operation in root.Operations().Where(static operation => operation["security"] is not null))
                {
                    operation["security"] = JsonTree.Parse("[{'Token':[]}]");
                }
            },
            ["security is declared for the whole document"] = static root =>
            {
                root["security"] = JsonTree.Parse("[{'Bearer':[]}]");
                foreach (JObject operation in root.Operations())
                {
                    if (!operation.Remove("security"))
                    {
                        operation["security"] = new JArray();
                    }
                }
            },
            ["no security is an empty requirement"] = static root => root.Set("paths['/v1/version'].get", "security", "[{}]"),
            ["the server URL has another notation"] = static root =>
                root["servers"] = JsonTree.Parse("[{'url':'HTTPS://API.kajabi.com:443/','description':'live'}]"),
            ["the server URL contains variables"] = static root =>
                root["servers"] = JsonTree.Parse(
                    "[{'url':'https://{host}.kajabi.com','variables':{'host':{'default':'api','enum':['api']}}}]"
                ),
            ["the server is declared on each path"] = static root =>
            {
                foreach (JProperty path in root["paths"]!.Children<JProperty>())
                {
                    path.Value["servers"] = root["servers"]!.DeepClone();
                }
            },
            ["the first segment of the paths is part of the server URL"] = static root =>
            {
                root.Replace("servers[0].url", "'https://api.kajabi.com/v1'");
                root["paths"] = new JObject(
                    root["paths"]!.Children<JProperty>().Select(static path => new JProperty(path.Name["/v1".Length..], path.Value))
                );
            },
            ["headers that other elements define are declared"] = static root =>
            {
                root.List($"{Contact}.get.parameters").Add(JsonTree.Parse("{'name':'Accept','in':'header','schema':{'type':'string'}}"));
                root.Set($"{Contact}.get.responses['200']", "headers", "{'Content-Type':{'schema':{'type':'string'}}}");
            },
            ["empty arrays and objects are added"] = static root =>
            {
                root.Set("paths['/v1/me'].get", "parameters", "[]");
                root.Set("paths['/v1/me'].get", "callbacks", "{}");
                root.Set("paths['/v1/me'].get.responses['200']", "headers", "{}");
                root.Set("paths['/v1/me'].get.responses['200']", "links", "{}");
            },
            ["the document uses OpenAPI 3.0"] = static root =>
            {
                root["openapi"] = "3.0.3";
                NotationEdits.All["null is a keyword"](root);
            },
        };

    private static void References(JObject root, Action<JProperty> edit)
    {
        // Inlined references can contain references.
        while (
            root.Descendants().OfType<JProperty>().Where(static property => property.Name == "$ref").ToList() is { Count: > 0 } references
        )
        {
            references.ForEach(edit);
            if (root.Descendants().OfType<JProperty>().Any(property => references.Contains(property)))
            {
                return;
            }
        }
    }

    private static void Each(JObject root, Func<JObject, bool> which, Action<JObject> edit)
    {
        foreach (JObject schema in root.Schemas().Where(which).ToList())
        {
            edit(schema);
        }
    }

    private static void Wrap(JObject schema, string keyword)
    {
        JObject inner = (JObject)schema.DeepClone();
        schema.RemoveAll();
        schema[keyword] = new JArray(inner);
    }

    private static void Extract(JObject root, string member, string components)
    {
        foreach (JObject operation in root.Operations().Where(operation => operation[member] is not null))
        {
            operation[member] = Component(root, components, operation[member]!);
        }
    }

    private static void ExtractMembers(JObject root, JObject map, string components)
    {
        foreach (JProperty member in map.Properties().ToList())
        {
            member.Value = Component(root, components, member.Value);
        }
    }

    private static JObject Component(JObject root, string kind, JToken value)
    {
        JObject components = (JObject)root["components"]!;
        components[kind] ??= new JObject();
        string name = $"made_{((JObject)components[kind]!).Count}";
        components[kind]![name] = value.DeepClone();
        return new JObject { ["$ref"] = $"#/components/{kind}/{name}" };
    }
}
