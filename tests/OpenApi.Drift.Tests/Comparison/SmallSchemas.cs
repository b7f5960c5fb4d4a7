using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Comparison;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests.Comparison;

/// <summary>Reads schemas without a document around them. Their names are <c>S0</c>, <c>S1</c> and so on.</summary>
internal static class SmallSchemas
{
    public static IReadOnlyList<SchemaReference> Read(params string[] schemas) => Read(schemas, out _);

    /// <summary>Reads the schemas of a base and a revision, and returns the comparison of both documents.</summary>
    public static SchemaComparison Read(
        string[] before,
        string[] after,
        out IReadOnlyList<SchemaReference> baseSchemas,
        out IReadOnlyList<SchemaReference> revisionSchemas
    )
    {
        baseSchemas = Read(before, out SchemaReader left);
        revisionSchemas = Read(after, out SchemaReader right);
        return new SchemaComparison(left, right, maxLocations: 100);
    }

    private static IReadOnlyList<SchemaReference> Read(string[] schemas, out SchemaReader reader)
    {
        JObject components = new(schemas.Select(static (schema, index) => new JProperty($"S{index}", JToken.Parse(schema))));
        JObject root = new()
        {
            ["openapi"] = "3.1.0",
            ["components"] = new JObject { ["schemas"] = components },
        };
        SchemaReader schemaReader = new ContractDocument(new SourceFile("contract.yaml", root), isBase: true).Schemas;
        reader = schemaReader;
        return [.. components.Properties().Select(member => schemaReader.GetReference(member.Value))];
    }
}
