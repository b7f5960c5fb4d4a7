namespace Kajabi;

/// <summary>JSON:API sparse fieldsets (<c>fields[type]</c>): the members to return, by resource type.</summary>
/// <remarks>All members of a type are returned if no fieldset is set for it.</remarks>
/// <example>
/// <code>
/// ListContactsQuery query = new();
/// query.Fields.Contacts = [ContactField.Name, ContactField.Email];
/// query.Fields["badges"] = ["title"];
/// </code>
/// </example>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public abstract class SparseFieldsets
{
    private readonly Dictionary<string, IList<string>> _others = new(StringComparer.Ordinal);

    private protected SparseFieldsets() { }

    /// <summary>Gets or sets the members to return for a resource type that has no property.</summary>
    /// <param name="type">The resource type, such as <c>contact_tags</c>.</param>
    /// <returns>The names of the members; empty if none were set.</returns>
    public IList<string> this[string type]
    {
        get => _others.TryGetValue(type, out IList<string>? fields) ? fields : [];
        set => _others[type] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Returns a copy whose properties can change without changing the fieldsets of the caller.</summary>
    internal SparseFieldsets Copy() => (SparseFieldsets)MemberwiseClone();

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
