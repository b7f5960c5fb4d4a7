using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Random changes of an OpenAPI document. A change whose target does not exist has no effect.</summary>
/// <param name="root">The document.</param>
/// <param name="random">The source of the choices.</param>
internal sealed class RandomEdits(JObject root, Random random)
{
    private static readonly Action<RandomEdits>[] s_all =
    [
        static edits => edits.Member((map, _) => map.TryAdd(edits.Word(), edits.Schema())),
        static edits => edits.Member((_, member) => Rename(member, edits.Word())),
        static edits => edits.Member(static (_, member) => member?.Remove()),
        static edits => edits.Member((_, member) => Change(member, edits.Schema())),
        static edits => edits.Member((_, member) => Change(member, edits.Wrapped(member?.Value))),
        static edits => edits.Member((_, member) => edits.Flag(member?.Value)),
        static edits => edits.Enum(),
        static edits => edits.Names(),
        static edits => edits.AddParameter(),
        static edits => edits.Parameter(parameter => edits.RenameParameter(parameter)),
        static edits => edits.Parameter(parameter => parameter["required"] = edits.OneIn(2)),
        static edits => edits.Parameter(parameter => parameter["in"] = edits.Pick("query", "header", "path", "cookie", "body")),
        static edits => edits.Parameter(parameter => parameter["schema"] = edits.Schema()),
        static edits => edits.Parameter(static parameter => parameter.Remove()),
        static edits => edits.RenameTag(),
        static edits => edits.Operation((operation, _) => operation["tags"] = new JArray(edits.Word())),
        static edits => edits.Operation(static (operation, _) => operation.Remove("tags")),
        static edits => edits.Operation((_, member) => Rename(member, edits.Method())),
        static edits => edits.Operation((operation, _) => edits.AddOperation(operation)),
        static edits => edits.Operation(static (_, member) => member.Remove()),
        static edits => edits.Operation((operation, _) => edits.Body(operation)),
        static edits => edits.Operation((operation, _) => operation["security"] = new JArray()),
        static edits => edits.Path(path => Rename(path, edits.ChangedPath(path.Name))),
        static edits => edits.Path(path => path.Value["parameters"] = new JArray(edits.NewParameter())),
        static edits => edits.Response(response => Rename(response, edits.Pick("200", "201", "204", "2XX", "404", "429", "default", "99"))),
        static edits => edits.Response(static response => response.Remove()),
        static edits => edits.Response(response => edits.Media(response.Value as JObject)),
        static edits => edits.Resource(),
        static edits => edits.Relationship(),
        static edits => edits.Component(static component => component.Remove()),
        static edits => edits.Component(component => Rename(component, edits.Word())),
        static edits => edits.Text(),
        static edits => edits.Reference(),
        static edits => edits.Damage(),
    ];

    /// <summary>Makes one change.</summary>
    public void Apply() => Pick(s_all)(this);

    private void Member(Action<JObject, JProperty?> change)
    {
        if (Any(ContractTree.Schemas(root).Select(static schema => schema["properties"]).OfType<JObject>()) is { } map)
        {
            change(map, Any(map.Properties()));
        }
    }

    private void Operation(Action<JObject, JProperty> change)
    {
        if (Any(ContractTree.Operations(root)) is { Value: JObject operation } member)
        {
            change(operation, member);
        }
    }

    private void Parameter(Action<JObject> change)
    {
        IEnumerable<JObject> parameters = ContractTree
            .Operations(root)
            .SelectMany(static operation => operation.Value["parameters"] as JArray ?? [])
            .OfType<JObject>();
        if (Any(parameters) is { } parameter)
        {
            change(parameter);
        }
    }

    private void Path(Action<JProperty> change)
    {
        if (Any(ContractTree.Paths(root)) is { } path)
        {
            change(path);
        }
    }

    private void Response(Action<JProperty> change) =>
        Operation(
            (operation, _) =>
            {
                if (Any((operation["responses"] as JObject ?? []).Properties()) is { } response)
                {
                    change(response);
                }
            }
        );

    private void Component(Action<JProperty> change)
    {
        IEnumerable<JObject> kinds = (root["components"] as JObject ?? []).Properties().Select(static kind => kind.Value).OfType<JObject>();
        if (Any(kinds.SelectMany(static kind => kind.Properties())) is { } component)
        {
            change(component);
        }
    }

    private void AddParameter() =>
        Operation(
            (operation, _) =>
            {
                operation["parameters"] ??= new JArray();
                (operation["parameters"] as JArray)?.Add(NewParameter());
            }
        );

    private JObject NewParameter() =>
        new()
        {
            ["name"] = Word(),
            ["in"] = Pick("query", "query", "query", "header", "cookie", "path"),
            ["required"] = OneIn(2),
            ["schema"] = Schema(),
        };

    /// <summary>Renames a parameter, and most often its template in the path.</summary>
    private void RenameParameter(JObject parameter)
    {
        string name = Word();
        JProperty? path = parameter.Ancestors().OfType<JProperty>().FirstOrDefault(static one => one.Name.StartsWith('/'));
        if (path is not null && (string?)(parameter["name"] as JValue) is { Length: > 0 } old && OneIn(4) is false)
        {
            foreach (JObject same in path.Descendants().OfType<JObject>().Where(one => (string?)(one["name"] as JValue) == old).ToList())
            {
                same["name"] = name;
            }

            Rename(path, path.Name.Replace($"{{{old}}}", $"{{{name}}}", StringComparison.Ordinal));
        }
        else
        {
            parameter["name"] = name;
        }
    }

    private void RenameTag()
    {
        string? old = null;
        Operation((operation, _) => old = (string?)(operation.SelectToken("tags[0]") as JValue));
        string name = Word();
        foreach (JProperty operation in ContractTree.Operations(root).ToList())
        {
            if (operation.Value["tags"] is JArray { First: JValue { Value: string tag } first } && tag == old)
            {
                first.Value = name;
            }
        }
    }

    private void AddOperation(JObject operation)
    {
        JObject copy = (JObject)operation.DeepClone();
        string parameter = OneIn(3) ? Word() : "id";
        copy["tags"] = OneIn(2) ? copy["tags"] : new JArray(Word());
        string path = Pick($"/v1/{Word()}", $"/v1/{Word()}/{{{parameter}}}", $"/v1/{Word()}/{{{parameter}}}/{Word()}", $"/{Word()}");
        (root["paths"] as JObject)?.TryAdd(path, new JObject { [Method()] = copy });
    }

    private string ChangedPath(string path)
    {
        string[] steps = path.Split('/');
        steps[random.Next(1, Math.Max(2, steps.Length)) % steps.Length] = OneIn(4) ? $"{{{Word()}}}" : Word();
        return OneIn(10) ? Word() : string.Join('/', steps);
    }

    private void Body(JObject operation)
    {
        if (OneIn(3) || operation["requestBody"] is not JObject)
        {
            operation["requestBody"] = new JObject
            {
                ["content"] = new JObject
                {
                    [Pick("application/vnd.api+json", "application/x-www-form-urlencoded", "multipart/form-data")] = new JObject
                    {
                        ["schema"] = Schema(),
                    },
                },
            };
        }
        else if (OneIn(2))
        {
            operation.Remove("requestBody");
        }
        else
        {
            Media(operation["requestBody"] as JObject);
        }
    }

    private void Media(JObject? element)
    {
        if (Any((element?["content"] as JObject ?? []).Properties()) is not { } media)
        {
            return;
        }

        switch (random.Next(3))
        {
            case 0:
                Rename(media, Pick("application/json", "text/csv", "application/x-www-form-urlencoded", "*/*", Word()));
                break;
            case 1:
                media.Value = new JObject { ["schema"] = Schema() };
                break;
            default:
                media.Remove();
                break;
        }
    }

    private void Enum()
    {
        if (Any(ContractTree.Schemas(root).Select(static schema => schema["enum"]).OfType<JArray>()) is not { } values)
        {
            return;
        }

        switch (random.Next(4))
        {
            case 0:
                Any(values)?.Remove();
                break;
            case 1:
                values.Add(new JValue(1));
                break;
            default:
                values.Add(Word());
                break;
        }
    }

    /// <summary>Adds an extension of the overlay, or a flag.</summary>
    private void Names()
    {
        string keyword = Pick("x-enum-name", "x-name", "x-csharp-name", "x-resource-type");
        string name = RandomWords.NextIdentifier(random);
        if (OneIn(3))
        {
            Operation((operation, _) => operation["x-operation-name"] = name);
        }
        else if (OneIn(2))
        {
            Parameter(parameter => parameter["x-csharp-name"] = name);
        }
        else if (Any(ContractTree.Schemas(root)) is { } schema)
        {
            schema[keyword] = keyword == "x-resource-type" ? Word() : name;
        }
    }

    /// <summary>Changes the type of a resource.</summary>
    private void Resource()
    {
        IEnumerable<JArray> types = ContractTree
            .Schemas(root)
            .Select(static schema => (schema["properties"] as JObject)?["type"] is JObject type ? type["enum"] as JArray : null)
            .OfType<JArray>();
        Any(types)?.ReplaceAll(Word());
    }

    private void Relationship()
    {
        IEnumerable<JObject> maps = ContractTree
            .Schemas(root)
            .Select(static schema =>
                (schema["properties"] as JObject)?["relationships"] is JObject all ? all["properties"] as JObject : null
            )
            .OfType<JObject>();
        JObject? map = Any(maps);
        JObject hint = new() { ["type"] = Word(), ["many"] = OneIn(2) };
        if (OneIn(2))
        {
            map?.TryAdd(Word(), new JObject { ["type"] = "object", ["x-relationship"] = hint });
        }
        else if (Any((map ?? []).Properties())?.Value is JObject relationship)
        {
            relationship["x-relationship"] = hint;
        }
    }

    private void Flag(JToken? schema)
    {
        if (schema is JObject keywords)
        {
            keywords[Pick("deprecated", "readOnly", "writeOnly", "nullable")] = !OneIn(4);
        }
    }

    private void Text()
    {
        IEnumerable<JProperty> texts = root.Descendants()
            .OfType<JProperty>()
            .Where(static one => one.Name is "description" or "summary" && one.Value.Type == JTokenType.String);
        Change(Any(texts), RandomWords.Pick(HostileTexts.All, random));
    }

    /// <summary>Changes a reference, also to a schema that contains it.</summary>
    private void Reference()
    {
        JProperty? target = Any((root.SelectToken("components.schemas") as JObject ?? []).Properties());
        Change(Any(ContractTree.References(root)), $"#/components/schemas/{target?.Name ?? Word()}");
    }

    /// <summary>Removes any element, or replaces it with a value that OpenAPI does not allow there.</summary>
    private void Damage()
    {
        JProperty? member = Any(root.Descendants().OfType<JProperty>().Where(static one => one.Parent?.Parent is not null));
        if (OneIn(2))
        {
            member?.Remove();
        }
        else
        {
            Change(member, JToken.Parse(Pick("null", "[]", "{}", "\"text\"", "1", "true", "[null]", "[{}]", "[\"a\"]")));
        }
    }

    private JObject Wrapped(JToken? schema) =>
        new()
        {
            [Pick("allOf", "anyOf", "oneOf")] = OneIn(2)
                ? new JArray(schema?.DeepClone() ?? Schema(), new JObject { ["type"] = "null" })
                : new JArray(schema?.DeepClone() ?? Schema()),
        };

    private static void Change(JProperty? member, JToken value)
    {
        if (member is not null)
        {
            member.Value = value;
        }
    }

    private static void Rename(JProperty? member, string name)
    {
        if (member is { Parent: JObject parent } && !parent.ContainsKey(name))
        {
            member.Replace(new JProperty(name, member.Value));
        }
    }

    private string Method() => Pick("get", "post", "put", "patch", "delete", "head", "options", "trace");

    private string Word() => RandomWords.Next(random);

    private JToken Schema() => JToken.Parse(RandomWords.NextSchema(random));

    private bool OneIn(int count) => random.Next(count) == 0;

    private T Pick<T>(params T[] items) => RandomWords.Pick(items, random);

    private T? Any<T>(IEnumerable<T> items)
        where T : class
    {
        List<T> all = [.. items];
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }
}
