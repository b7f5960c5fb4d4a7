using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Our OpenAPI document with random additions. The elements that handwritten code uses are not changed.</summary>
internal static class RandomContract
{
    private static readonly string[] s_words =
    [
        "value",
        "class",
        "event",
        "api",
        "query",
        "task",
        "tasks",
        "documents",
        "system",
        "item",
        "2fa",
        "0562",
        "50%",
        "<",
        "-",
        "\u540D\u524D",
        "\u0434\u0430\u0442\u0430",
        "\U0001F600",
        "equals",
        "known_values",
        "descending",
        "id",
        "-id",
        "present",
        "table",
        "fields",
        "a_b",
        "a.b",
        "attributes",
        "relationships",
        "String",
        "contact",
        "site_id",
        "filter[site_id]",
        "page[number]",
        "Contact Tags",
    ];

    private static readonly string[] s_schemas =
    [
        "{ \"type\": \"string\" }",
        "{ \"type\": [\"integer\", \"null\"] }",
        "{ \"type\": \"string\", \"enum\": [\"WORD\", \"WORD\", \"x\"] }",
        "{ \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": { \"WORD\": { \"type\": \"boolean\" } } } }",
        "{ \"type\": \"object\", \"properties\": { \"WORD\": { \"type\": \"number\" }, \"a\": { \"type\": \"object\" } } }",
        "{ \"anyOf\": [{ \"type\": \"string\", \"format\": \"date\" }, { \"type\": \"null\" }] }",
        "{ \"allOf\": [{ \"type\": \"boolean\" }], \"deprecated\": true }",
        "{ \"const\": \"WORD\" }",
        "{ \"type\": \"string\", \"properties\": { \"WORD\": {} } }",
        "{}",
    ];

    /// <param name="seed">The seed. The same seed results in the same document.</param>
    public static JObject Create(int seed)
    {
        Random random = new(seed);
        JObject root = OurContract.Copy();
        Action[] edits = [() => AddMember(root, random), () => AddParameter(root, random), () => AddOperation(root, random)];
        for (int count = random.Next(5, 40); count > 0; count--)
        {
            Pick(edits, random)();
        }

        return root;
    }

    private static void AddMember(JObject root, Random random)
    {
        JObject[] schemas = [.. ContractTree.Schemas(root).Where(static schema => schema["properties"] is JObject)];
        ((JObject)Pick(schemas, random)["properties"]!).TryAdd(Word(random), Schema(random));
    }

    private static void AddParameter(JObject root, Random random)
    {
        JObject operation = (JObject)Pick([.. ContractTree.Operations(root)], random).Value;
        operation["parameters"] ??= new JArray();
        ((JArray)operation["parameters"]!).Add(
            new JObject
            {
                ["name"] = random.Next(2) == 0 ? Word(random) : $"filter[{Word(random)}]",
                ["in"] = Pick(["query", "query", "header", "cookie"], random),
                // A required parameter would change a method that handwritten code calls.
                ["required"] = false,
                ["schema"] = Schema(random),
            }
        );
    }

    private static void AddOperation(JObject root, Random random)
    {
        JObject copy = (JObject)Pick([.. ContractTree.Operations(root)], random).Value.DeepClone();
        copy["tags"] = new JArray(Word(random));
        copy["parameters"] ??= new JArray();

        // A path or header parameter without a letter is rejected, with the whole document.
        string parameter = Pick(["class", "event", "api", "2fa", "page", "id", "\u540D\u524D"], random);
        foreach (string location in (string[])["path", "header", "query"])
        {
            ((JArray)copy["parameters"]!).Add(
                new JObject
                {
                    ["name"] = location switch
                    {
                        "path" => parameter,
                        "header" => $"X-{parameter}",
                        _ => Word(random),
                    },
                    ["in"] = location,
                    ["required"] = location == "path" || random.Next(2) == 0,
                    ["schema"] = Schema(random),
                }
            );
        }

        string path = $"/v1/{Word(random)}/{{{parameter}}}/{Word(random)}";
        ((JObject)root["paths"]!).TryAdd(path, new JObject { [Pick(["get", "post", "put", "patch", "trace"], random)] = copy });
    }

    private static JToken Schema(Random random) =>
        JToken.Parse(Pick(s_schemas, random).Replace("WORD", Word(random), StringComparison.Ordinal));

    private static string Word(Random random) => Pick(s_words, random);

    private static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
