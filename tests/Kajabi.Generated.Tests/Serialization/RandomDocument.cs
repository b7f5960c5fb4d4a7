using System.Reflection;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Generates JSON:API documents of every resource type, with all relationship states and number formats.</summary>
internal static class RandomDocument
{
    public static readonly Type[] DocumentTypes =
    [
        .. typeof(Document)
            .Assembly.GetExportedTypes()
            .Where(static type => type is { IsAbstract: false, BaseType.IsGenericType: true } && typeof(Document).IsAssignableFrom(type)),
    ];

    private static readonly string[] s_values =
    [
        "null",
        "true",
        "\"text\"",
        "\"2024-01-15T10:30:00.669-05:00\"",
        "\"2024-01-15T10:30:00Z\"",
        "\"2024-01-15\"",
        "\"\u00e9 \ud83d\ude00 <&'>\"",
        "0",
        "-1",
        "1.0",
        "1.10",
        "0.000001",
        "2148432935",
        "9223372036854775807",
        "12345678901234567890123456789012345678901234567890",
        "79228162514264337593543950335",
        "[]",
        "{}",
        "[1.50,\"a\",{\"b\":null}]",
        "{\"twitter\":\"@a\",\"x\":1.20}",
    ];

    public static Gen<(Type Type, string Json, int Seed)> Any { get; } =
        from index in Gen.Int[0, DocumentTypes.Length - 1]
        from seed in Gen.Int[0, int.MaxValue - 1]
        select (DocumentTypes[index], Json(DocumentTypes[index], new Random(seed)), seed);

    /// <summary>Assigns some members as an application would.</summary>
    public static void Change(Document document, int seed)
    {
        Random random = new(seed);
        foreach (Resource resource in document.PrimaryData.Concat(document.Included).Where(_ => random.Next(3) == 0))
        {
            foreach (JsonApiMember member in resource.Attributes.DeclaredMembers.Where(member => !member.IsReadOnly && random.Next(4) == 0))
            {
                resource.Attributes[member.Name] = Value(random);
            }

            if (random.Next(3) == 0)
            {
                resource.Attributes["custom_99"] = Value(random);
            }

            if (resource.Relationships.DeclaredRelationships is [var first, ..] && random.Next(4) == 0)
            {
                PropertyInfo property = resource.Relationships[first.Name]!
                    .GetType()
                    .GetProperty(first.IsToMany ? "Identifiers" : "Identifier")!;
                ResourceIdentifier target = new(first.TargetType ?? "things", "2");
                property.SetValue(resource.Relationships[first.Name], first.IsToMany ? new[] { target } : target);
            }
        }
    }

    private static string Json(Type type, Random random)
    {
        Resource sample = (Resource)Activator.CreateInstance(type.BaseType!.GenericTypeArguments[0])!;
        bool isList = type.BaseType.GetGenericTypeDefinition() == typeof(ResourceCollection<>);
        JObject document = new()
        {
            ["data"] = isList
                ? new JArray(Enumerable.Range(0, random.Next(4)).Select(id => CreateResource(sample, $"{id + 100}", random)))
                : CreateResource(sample, "100", random),
        };
        Resource[] targets =
        [
            .. sample
                .Relationships.DeclaredRelationships.Select(static member => member.TargetType)
                .OfType<string>()
                .Distinct()
                .Select(GeneratedResources.Create)
                .OfType<Resource>(),
        ];
        document["included"] = new JArray(
            targets
                .Where(target => target.Type != sample.Type)
                .SelectMany(target => Enumerable.Range(1, random.Next(3)).Select(id => CreateResource(target, $"{id}", random)))
                .Append(
                    new JObject
                    {
                        ["id"] = "1",
                        ["type"] = "things",
                        ["attributes"] = new JObject { ["a"] = Value(random) },
                    }
                )
        );
        document["meta"] = new JObject { ["total_count"] = Value(random) };
        document["links"] = new JObject { ["self"] = "https://api.kajabi.com/v1/x", ["other"] = Value(random) };
        document["extra"] = Value(random);
        return document.ToString(Formatting.None);
    }

    private static JObject CreateResource(Resource sample, string id, Random random)
    {
        JObject attributes = new(
            sample.Attributes.DeclaredMembers.Where(_ => random.Next(2) == 0).Select(member => new JProperty(member.Name, Value(random)))
        );
        attributes["custom_17"] = Value(random);
        JObject resource = new()
        {
            ["id"] = id,
            ["type"] = sample.Type,
            ["attributes"] = attributes,
            ["more"] = Value(random),
        };
        if (random.Next(4) > 0)
        {
            resource["relationships"] = new JObject(
                sample
                    .Relationships.DeclaredRelationships.Where(_ => random.Next(4) > 0)
                    .Select(member => new JProperty(member.Name, CreateRelationship(member, random)))
            );
        }

        return resource;
    }

    private static JToken CreateRelationship(RelationshipDescriptor member, Random random)
    {
        JObject Identifier() => new() { ["type"] = member.TargetType ?? "things", ["id"] = $"{random.Next(1, 4)}" };
        JToken data =
            member.IsToMany ? new JArray(Enumerable.Range(0, random.Next(3)).Select(_ => Identifier()))
            : random.Next(3) == 0 ? JValue.CreateNull()
            : Identifier();
        return random.Next(6) switch
        {
            0 => new JObject(),
            1 => new JObject { ["links"] = new JObject { ["related"] = "https://api.kajabi.com/v1/y" } },
            2 => JValue.CreateNull(),
            3 => new JObject
            {
                ["data"] = data,
                ["meta"] = new JObject { ["n"] = Value(random) },
                ["rank"] = Value(random),
            },
            4 => new JObject { ["links"] = new JObject { ["data"] = data } },
            _ => new JObject { ["data"] = data },
        };
    }

    private static JToken Value(Random random)
    {
        using JsonTextReader reader = new(new StringReader(s_values[random.Next(s_values.Length)]))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader);
    }
}
