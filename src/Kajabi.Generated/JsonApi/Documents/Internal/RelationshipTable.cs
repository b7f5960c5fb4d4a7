namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The declared relationships of one resource type, in the order of their ordinals.</summary>
internal sealed class RelationshipTable
{
    private readonly (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create)[] _entries;

    public RelationshipTable(params (RelationshipDescriptor Member, Func<RelationshipDescriptor, Relationship> Create)[] entries)
    {
        _entries = entries;
        RelationshipDescriptor[] members = new RelationshipDescriptor[entries.Length];
        string[] names = new string[entries.Length];
        for (int ordinal = 0; ordinal < entries.Length; ordinal++)
        {
            members[ordinal] = entries[ordinal].Member;
            names[ordinal] = members[ordinal].Name;
        }

        All = members;
        Names = new Utf8NameTable(names);
    }

    public static RelationshipTable Empty { get; } = new();

    public IReadOnlyList<RelationshipDescriptor> All { get; }

    /// <summary>Gets the names in JSON.</summary>
    public Utf8NameTable Names { get; }

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

    public int IndexOf(string name) => Names.IndexOf(name);

    public Relationship Create(int ordinal) => _entries[ordinal].Create(_entries[ordinal].Member);
}
