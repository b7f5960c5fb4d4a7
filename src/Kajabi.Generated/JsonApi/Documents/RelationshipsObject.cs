using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// The relationships of one resource. Each declared relationship has a property that is never null; its state shows what the document
/// contains. Undeclared relationships are kept and are available by name.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public partial class RelationshipsObject : IEnumerable
{
    private Relationship?[]? _declared;
    private Dictionary<string, Relationship>? _undeclared;

    /// <summary>Gets the relationships that the OpenAPI document declares for this resource type.</summary>
    public IReadOnlyList<RelationshipDescriptor> DeclaredRelationships => Table.All;

    /// <summary>Gets the relationships that the document contains or your code assigned, declared or not.</summary>
    public IEnumerable<Relationship> Present =>
        (_declared ?? [])
            .OfType<Relationship>()
            .Concat(_undeclared?.Values ?? Enumerable.Empty<Relationship>())
            .Where(static relationship => relationship.IsPresent || relationship.State != RelationshipState.Absent);

    internal virtual RelationshipTable Table => RelationshipTable.Empty;

    internal bool HasAssigned => Present.Any(static relationship => relationship.IsModified);

    /// <summary>Gets a relationship by its JSON name.</summary>
    /// <param name="name">The JSON name, such as <c>tags</c>.</param>
    /// <returns>The relationship; null when it is neither declared nor in the document.</returns>
    public Relationship? this[string name]
    {
        get
        {
            int ordinal = Table.IndexOf(name);
            return ordinal >= 0 ? Slot(ordinal) : _undeclared?.GetValueOrDefault(name);
        }
    }

    /// <summary>Returns the declared relationship with an ordinal; generated properties call this.</summary>
    private protected TRelationship Declared<TRelationship>(int ordinal)
        where TRelationship : Relationship => (TRelationship)Slot(ordinal);

    /// <summary>
    /// Returns all declared relationships that your code did not assign, and creates those that the document does not contain.
    /// </summary>
    internal IEnumerable<Relationship> AllDeclared() =>
        Enumerable.Range(0, Table.All.Count).Select(Slot).Where(static relationship => !relationship.IsModified);

    private Relationship Slot(int ordinal)
    {
        // Reading an object from several threads must be safe, so the first object wins.
        Relationship?[] slots =
            _declared ?? Interlocked.CompareExchange(ref _declared, new Relationship?[Table.All.Count], null) ?? _declared!;
        return slots[ordinal] ?? Interlocked.CompareExchange(ref slots[ordinal], Table.Create(ordinal), null) ?? slots[ordinal]!;
    }

    private Relationship Undeclared(string name, JToken json) =>
        Undeclared(name, json is JObject { } members && (members["data"] ?? members.SelectToken("links.data")) is JArray);

    private Relationship Undeclared(string name, bool isToMany)
    {
        RelationshipDescriptor member = new(name, name, null, isToMany);
        Relationship relationship = isToMany
            ? new ToManyRelationship<Resource> { Member = member }
            : new ToOneRelationship<Resource> { Member = member };
        (_undeclared ??= new(StringComparer.Ordinal))[name] = relationship;
        return relationship;
    }

    /// <summary>Returns the class and the number of relationships.</summary>
    /// <returns>For example <c>ContactRelationships (3 relationships)</c>.</returns>
    public override string ToString() => $"{GetType().Name} ({Present.Count()} relationships)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
