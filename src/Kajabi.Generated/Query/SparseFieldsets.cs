namespace Kajabi;

/// <summary>Sparse fieldsets: which members the resources of an answer shall hold, by resource type.</summary>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public abstract class SparseFieldsets
{
    private readonly Dictionary<string, IList<string>> _others = new(StringComparer.Ordinal);

    private protected SparseFieldsets() { }

    /// <summary>The members of a resource type that has no property here, by its type on the wire.</summary>
    /// <param name="type">The type on the wire.</param>
    /// <returns>The members that were set; empty when there are none.</returns>
    public IList<string> this[string type]
    {
        get => _others.TryGetValue(type, out IList<string>? fields) ? fields : [];
        set => _others[type] = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal void WriteTo(QueryWriter writer)
    {
        WriteDeclared(writer);
        foreach ((string type, IList<string> fields) in _others)
        {
            writer.Add($"fields[{type}]", fields);
        }
    }

    internal abstract void WriteDeclared(QueryWriter writer);
}
