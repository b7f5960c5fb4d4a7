using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Elements;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Schemas;

/// <summary>Reads schemas into normalized form.</summary>
internal static class NormalizedSchemas
{
    /// <param name="schema">The schema, as JSON.</param>
    /// <param name="components">Other schemas, as JSON.</param>
    /// <param name="ignoresBesideReference">Whether keywords beside a reference are ignored, as in OpenAPI 3.0.</param>
    public static NormalizedSchema Read(string schema, string components = "{}", bool ignoresBesideReference = false)
    {
        JObject root = new()
        {
            ["components"] = new JObject { ["schemas"] = JToken.Parse(components) },
            ["schema"] = JToken.Parse(schema),
        };
        ReferenceTable references = new(root, new FindingCollector("openapi.yaml", isLenient: true));
        return new SchemaReader(references, ignoresBesideReference).GetReference(root["schema"]).Schema;
    }
}
