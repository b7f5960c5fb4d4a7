using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Output;

/// <summary>Adds the schemas of JSON:API itself. Their classes are handwritten in the SDK, so the templates skip them.</summary>
internal static class RuntimeSchemas
{
    public static void AddTo(JObject schemas)
    {
        JObject identifier = Open(new JObject { ["type"] = Text(), ["id"] = Text() });
        identifier["required"] = new JArray("type", "id");
        schemas["ResourceIdentifier"] = identifier;
        schemas["Links"] = Open([]);
        schemas["Meta"] = Open([]);
        schemas["JsonApiObject"] = Open([]);
        schemas["IncludedResource"] = Open(
            new JObject
            {
                ["type"] = Text(),
                ["id"] = Text(),
                ["attributes"] = ComponentReference.Create("JsonApiObject"),
            }
        );
        schemas["RelationshipDocument"] = Open(
            new JObject
            {
                ["data"] = List(ComponentReference.Create("ResourceIdentifier")),
                ["links"] = ComponentReference.Create("Links"),
                ["meta"] = ComponentReference.Create("Meta"),
            }
        );
        schemas["VersionDocument"] = Open(
            new JObject { ["meta"] = ComponentReference.Create("Meta"), ["links"] = ComponentReference.Create("Links") }
        );
        schemas["MixedResourceCollection"] = Open(new JObject { ["data"] = List(ComponentReference.Create("IncludedResource")) });
        schemas[SchemaWriter.ErrorDocument] = Open(
            new JObject
            {
                ["errors"] = List(
                    Open(
                        new JObject
                        {
                            ["status"] = Text(),
                            ["title"] = Text(),
                            ["detail"] = Text(),
                            ["source"] = Open(new JObject { ["pointer"] = Text() }),
                        }
                    )
                ),
                ["error"] = Text(),
            }
        );
    }

    private static JObject Text() => new() { ["type"] = "string", ["nullable"] = true };

    private static JObject List(JObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JObject Open(JObject properties) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = true,
            ["properties"] = properties,
        };
}
