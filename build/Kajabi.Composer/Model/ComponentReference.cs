using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>Creates references to schemas of the composed document.</summary>
internal static class ComponentReference
{
    /// <param name="schema">The C# name of the class of the schema.</param>
    public static JObject Create(string schema) => new() { ["$ref"] = $"#/components/schemas/{DocumentName.From(schema)}" };
}
