using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Schemas;

/// <summary>
/// A schema that is read on demand: the declared schemas that all apply. There is one instance for the same declared
/// schemas, so that a component is read once and recursion ends.
/// </summary>
internal sealed class SchemaReference(SchemaReader reader, int id, IReadOnlyList<JToken> written)
{
    private NormalizedSchema? _schema;

    public int Id { get; } = id;

    public IReadOnlyList<JToken> Written { get; } = written;

    public NormalizedSchema Schema => _schema ??= reader.Read(this);
}
