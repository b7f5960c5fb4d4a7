using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Elements;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Reading;

/// <summary>One of the two OpenAPI documents, with the readers of its parts.</summary>
internal sealed class ContractDocument
{
    /// <exception cref="UnreadableFileException">The file is not an OpenAPI 3 document.</exception>
    public ContractDocument(SourceFile file, bool isBase)
    {
        string version = file.Root["openapi"]?.ToString() ?? string.Empty;
        if (
            !version.StartsWith("3.", StringComparison.Ordinal)
            || (file.Root["paths"] ?? file.Root["webhooks"] ?? file.Root["components"]) is not JObject
        )
        {
            throw new UnreadableFileException(
                file.Path,
                1,
                1,
                "The file does not contain `openapi: 3.x` or has no `paths`. Specify an OpenAPI 3.0 or 3.1 document."
            );
        }

        File = file.Path;
        Root = file.Root;
        Defects = new FindingCollector(file.Path, isLenient: true) { Side = isBase ? "base" : "revision" };
        References = new ReferenceTable(file.Root, Defects);
        Schemas = new SchemaReader(References, ignoresBesideReference: version.StartsWith("3.0", StringComparison.Ordinal));
    }

    public string File { get; }

    public JObject Root { get; }

    public FindingCollector Defects { get; }

    public ReferenceTable References { get; }

    public SchemaReader Schemas { get; }

    /// <summary>Returns the members of a map with their references resolved; the value is null for a dangling reference.</summary>
    public IEnumerable<(string Name, JObject? Value, JToken Written)> Members(JToken? map) =>
        (map as JObject)?.Properties().Select(member => (member.Name, References.Follow(member.Value), member.Value)) ?? [];
}
