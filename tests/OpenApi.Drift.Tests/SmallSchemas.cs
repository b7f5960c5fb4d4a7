using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Comparison;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Tests;

/// <summary>Reads schemas without a document around them.</summary>
internal static class SmallSchemas
{
    /// <summary>Reads a schema into normalized form.</summary>
    /// <param name="schema">The schema, as JSON.</param>
    /// <param name="components">Other schemas, as JSON.</param>
    /// <param name="version">The version of OpenAPI.</param>
    public static NormalizedSchema ReadOne(string schema, string components = "{}", string version = "3.1.0")
    {
        JObject schemas = JObject.Parse(components);
        JProperty added = new("Read", JToken.Parse(schema));
        schemas.Add(added);
        return CreateReader(schemas, version).GetReference(added.Value).Schema;
    }

    /// <summary>Reads schemas that refer to each other as <c>S0</c>, <c>S1</c> and so on.</summary>
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
        SchemaReader created = CreateReader(components, "3.1.0");
        reader = created;
        return [.. components.Properties().Select(member => created.GetReference(member.Value))];
    }

    private static SchemaReader CreateReader(JObject schemas, string version)
    {
        JObject root = new()
        {
            ["openapi"] = version,
            ["components"] = new JObject { ["schemas"] = schemas },
        };
        return new ContractDocument(new SourceFile("contract.yaml", root), isBase: true).Schemas;
    }
}
