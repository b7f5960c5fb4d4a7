using Kajabi.Contract.Drift.Schemas;
using Kajabi.Contract.Reading;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>One of the two contracts, with what is needed to read it.</summary>
internal sealed class ContractDocument
{
    /// <exception cref="UnreadableFileException">The file is no OpenAPI 3 document.</exception>
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
                "The file says no `openapi: 3.x` or has no `paths`. Give an OpenAPI 3.0 or 3.1 document."
            );
        }

        File = file.Path;
        Root = file.Root;
        Defects = new DefectList(file.Path, isBase);
        References = new ReferenceTable(file.Root, Defects);
        Schemas = new SchemaReader(References, ignoresBesideReference: version.StartsWith("3.0", StringComparison.Ordinal));
    }

    public string File { get; }

    public JObject Root { get; }

    public DefectList Defects { get; }

    public ReferenceTable References { get; }

    public SchemaReader Schemas { get; }

    /// <summary>The members of a map of names, each at the end of its references; null where that leads nowhere.</summary>
    public IEnumerable<(string Name, JObject? Value, JToken Written)> Members(JToken? map) =>
        (map as JObject)?.Properties().Select(member => (member.Name, References.Follow(member.Value), member.Value)) ?? [];
}
