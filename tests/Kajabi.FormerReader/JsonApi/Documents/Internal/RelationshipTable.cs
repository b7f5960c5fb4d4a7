using System.Collections.Frozen;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The declared relationships of one resource type, in the order of their ordinals.</summary>
internal sealed class RelationshipTable
{
    private readonly (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create)[] _entries;
    private readonly FrozenDictionary<string, int> _ordinals;

    public RelationshipTable(params (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create)[] entries)
    {
        _entries = entries;
        All = [.. entries.Select(static entry => entry.Member)];
        _ordinals = All.Select(static (member, ordinal) => KeyValuePair.Create(member.Name, ordinal))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static RelationshipTable Empty { get; } = new();

    public IReadOnlyList<RelationshipDescriptor> All { get; }

    /// <summary>Creates the entry of a to-one relationship; called by generated code.</summary>
    public static (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create) ToOne<TResource>(
        string name,
        string propertyName,
        string? targetType
    )
        where TResource : Resource =>
        (
            new RelationshipDescriptor(name, propertyName, targetType, IsToMany: false),
            static member => new ToOneRelationship<TResource> { Member = member }
        );

    /// <summary>Creates the entry of a to-many relationship; called by generated code.</summary>
    public static (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create) ToMany<TResource>(
        string name,
        string propertyName,
        string? targetType
    )
        where TResource : Resource =>
        (
            new RelationshipDescriptor(name, propertyName, targetType, IsToMany: true),
            static member => new ToManyRelationship<TResource> { Member = member }
        );

    public int IndexOf(string name) => _ordinals.TryGetValue(name, out int ordinal) ? ordinal : -1;

    public Relationship Create(int ordinal) => _entries[ordinal].Create(_entries[ordinal].Member);
}
