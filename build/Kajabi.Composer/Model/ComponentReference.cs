using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>Creates references to schemas of the composed document.</summary>
internal static class ComponentReference
{
    public static JObject Create(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };
}
