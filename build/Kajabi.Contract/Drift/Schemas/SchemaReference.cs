using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>
/// A schema that is not read yet: the written schemas that all have to hold. There is one source for the same
/// written schemas, so that a component is read once and recursion comes back to where it was.
/// </summary>
internal sealed class SchemaReference(SchemaReader reader, int id, IReadOnlyList<JToken> written)
{
    private NormalizedSchema? _schema;

    public int Id { get; } = id;

    public IReadOnlyList<JToken> Written { get; } = written;

    public NormalizedSchema Schema => _schema ??= reader.Read(this);
}
