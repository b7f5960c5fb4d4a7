using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.NoOp;

/// <summary>Edits of notation and order.</summary>
internal static class NotationEdits
{
    private static readonly string[] s_textKeywords =
    [
        "description",
        "summary",
        "title",
        "example",
        "examples",
        "externalDocs",
        "operationId",
        "tags",
    ];

    public static IReadOnlyDictionary<string, Action<JObject>> All { get; } =
        new Dictionary<string, Action<JObject>>
        {
            ["the order is reversed"] = static root => Reverse(root),
            ["all descriptions are removed"] = static root => WithoutTexts(root, isNames: false),
            ["descriptions, tags and operation ids are different"] = static root =>
            {
                foreach (JObject operation in root.Operations())
                {
                    (operation["summary"], operation["description"], operation["operationId"]) = ("new", "new", Guid.NewGuid().ToString());
                    operation["tags"] = new JArray("New");
                    operation["externalDocs"] = JsonTree.Parse("{'url':'https://example.com'}");
                }
            },
            ["the document has another version and title"] = static root =>
                root["info"] = JsonTree.Parse("{'title':'Other','version':'9.9.9'}"),
            ["schemas have titles and examples"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is not null,
                    static schema =>
                        (schema["title"], schema["example"], schema["examples"], schema["$comment"]) = ("T", "e", new JArray("e"), "c")
                ),
            ["extensions are added"] = static root =>
                Each(root, static schema => schema["type"] is not null, static schema => schema["x-internal"] = true),
            ["values are listed in another order"] = static root =>
                Each(
                    root,
                    static schema => schema["enum"] is JArray,
                    static schema => schema["enum"] = new JArray(((JArray)schema["enum"]!).Reverse())
                ),
            ["values are duplicated"] = static root =>
                Each(
                    root,
                    static schema => schema["enum"] is JArray,
                    static schema => schema["enum"] = new JArray(((JArray)schema["enum"]!).Concat((JArray)schema["enum"]!))
                ),
            ["an enum with one value is a constant"] = static root =>
                Each(
                    root,
                    static schema => schema["enum"] is JArray { Count: 1 },
                    static schema =>
                    {
                        schema["const"] = ((JArray)schema["enum"]!)[0];
                        schema.Remove("enum");
                    }
                ),
            ["required names are duplicated and in another order"] = static root =>
                Each(
                    root,
                    static schema => schema["required"] is JArray,
                    static schema =>
                        schema["required"] = new JArray(((JArray)schema["required"]!).Reverse().Concat((JArray)schema["required"]!))
                ),
            ["a type is an array with one item"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JValue { Value: string },
                    static schema => schema["type"] = new JArray(schema["type"]!)
                ),
            ["null is a keyword"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JArray,
                    static schema =>
                    {
                        schema["type"] = ((JArray)schema["type"]!)[0];
                        schema["nullable"] = true;
                    }
                ),
            ["null is a type"] = static root =>
                Each(
                    root,
                    static schema => schema["nullable"] is not null,
                    static schema =>
                    {
                        schema["type"] = new JArray("null", schema["type"]!);
                        schema.Remove("nullable");
                    }
                ),
            ["null is an alternative"] = static root => Alternatives(root, "anyOf"),
            ["null is an exclusive alternative"] = static root => Alternatives(root, "oneOf"),
            ["types are alternatives"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JArray,
                    static schema =>
                    {
                        schema["anyOf"] = new JArray(((JArray)schema["type"]!).Select(static type => new JObject { ["type"] = type }));
                        schema.Remove("type");
                    }
                ),
            ["defaults are declared"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JValue { Value: "string" },
                    static schema =>
                        (schema["minLength"], schema["nullable"], schema["deprecated"], schema["readOnly"]) = (
                            0,
                            schema["nullable"] ?? false,
                            schema["deprecated"] ?? false,
                            schema["readOnly"] ?? false
                        )
                ),
            ["defaults of arrays and objects are declared"] = static root =>
            {
                Each(
                    root,
                    static schema => schema["items"] is not null,
                    static schema => (schema["minItems"], schema["uniqueItems"]) = (0, false)
                );
                Each(
                    root,
                    static schema => schema["properties"] is not null,
                    static schema =>
                        (schema["additionalProperties"], schema["minProperties"], schema["required"]) = (
                            new JObject(),
                            0,
                            schema["required"] ?? new JArray()
                        )
                );
            },
            ["keywords of other types are added"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JValue { Value: "boolean" },
                    static schema =>
                        (schema["maxLength"], schema["minimum"], schema["minItems"], schema["required"]) = (3, 1, 1, new JArray("a"))
                ),
            ["a boolean lists both values"] = static root =>
                Each(
                    root,
                    static schema => schema["type"] is JValue { Value: "boolean" },
                    static schema => schema["enum"] = new JArray(true, false)
                ),
            ["media types contain upper case and spaces"] = static root =>
            {
                foreach (
                    JProperty media in root.Descendants()
                        .OfType<JProperty>()
                        .Where(static property => property.Name == "application/vnd.api+json")
                        .ToList()
                )
                {
                    media.Replace(new JProperty(" Application/VND.api+JSON ", media.Value));
                }
            },
            ["media types declare the charset UTF-8"] = static root =>
            {
                foreach (
                    JProperty media in root.Descendants()
                        .OfType<JProperty>()
                        .Where(static property => property.Name == "application/vnd.api+json")
                        .ToList()
                )
                {
                    media.Replace(new JProperty("application/vnd.api+json; charset=UTF-8", media.Value));
                }
            },
            ["a security requirement is duplicated"] = static root =>
            {
                foreach (JArray ways in root.Operations().Select(static operation => operation["security"]).OfType<JArray>())
                {
                    ways.Add(ways[0].DeepClone());
                }
            },
            ["defaults of parameters are declared"] = static root =>
            {
                foreach (
                    JObject parameter in root.Operations()
                        .SelectMany(static operation => operation["parameters"]?.Children<JObject>() ?? [])
                        .Where(static parameter => (string?)parameter["in"] == "query")
                )
                {
                    (
                        parameter["required"],
                        parameter["style"],
                        parameter["explode"],
                        parameter["allowReserved"],
                        parameter["deprecated"],
                        parameter["allowEmptyValue"]
                    ) = (parameter["required"] ?? false, "form", true, false, false, false);
                }
            },
            ["single values are not exploded"] = static root =>
                root.Set("paths['/v1/contacts'].get.parameters[?(@.name=='sort')]", "explode", "false"),
        };

    private static void Each(JObject root, Func<JObject, bool> which, Action<JObject> edit)
    {
        foreach (JObject schema in root.Schemas().Where(which).ToList())
        {
            edit(schema);
        }
    }

    private static void Alternatives(JObject root, string keyword) =>
        Each(
            root,
            static schema => schema["nullable"] is not null || schema["type"] is JArray,
            schema =>
            {
                JObject value = (JObject)schema.DeepClone();
                value.Remove("nullable");
                value["type"] = value["type"] is JArray types ? types[0] : value["type"];
                schema.RemoveAll();
                schema[keyword] = new JArray(new JObject { ["type"] = "null" }, value);
            }
        );

    private static void Reverse(JToken token)
    {
        foreach (JToken child in token.Children().ToList())
        {
            Reverse(child);
        }

        if (token is JObject map)
        {
            List<JProperty> members = [.. map.Properties()];
            map.RemoveAll();
            members.Reverse();
            members.ForEach(map.Add);
        }
        else if (token is JArray list)
        {
            list.ReplaceAll(list.Reverse().ToList());
        }
    }

    private static void WithoutTexts(JToken token, bool isNames)
    {
        foreach (JProperty member in (token as JObject)?.Properties().ToList() ?? [])
        {
            if (!isNames && s_textKeywords.Contains(member.Name))
            {
                member.Remove();
            }
            else
            {
                WithoutTexts(member.Value, !isNames && member.Name is "properties" or "responses" or "content" or "paths" or "schemas");
            }
        }

        foreach (JToken item in (token as JArray)?.ToList() ?? [])
        {
            WithoutTexts(item, isNames: false);
        }
    }
}
