namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The declared members of one class, in the order of their ordinals.</summary>
internal sealed class MemberTable
{
    private readonly JsonApiMember[] _members;
    private readonly JsonApiMemberKind[] _kinds;

    public MemberTable(params (JsonApiMember Member, JsonApiMemberKind Kind)[] members)
    {
        _members = new JsonApiMember[members.Length];
        _kinds = new JsonApiMemberKind[members.Length];
        string[] names = new string[members.Length];
        for (int ordinal = 0; ordinal < members.Length; ordinal++)
        {
            (_members[ordinal], _kinds[ordinal]) = members[ordinal];
            names[ordinal] = _members[ordinal].Name;
        }

        Names = new Utf8NameTable(names);
    }

    public static MemberTable Empty { get; } = new();

    public IReadOnlyList<JsonApiMember> All => _members;

    public int Count => _members.Length;

    /// <summary>Gets the names in JSON.</summary>
    public Utf8NameTable Names { get; }

    public JsonApiMember this[int ordinal] => _members[ordinal];

    /// <summary>Creates the entry of a member; called by generated code.</summary>
    public static (JsonApiMember Member, JsonApiMemberKind Kind) Member(
        string name,
        string propertyName,
        JsonApiMemberKind kind,
        bool isReadOnly = false
    ) => (new JsonApiMember(name, propertyName, isReadOnly), kind);

    /// <summary>Returns the ordinal of a JSON name; -1 if the OpenAPI document does not declare it.</summary>
    public int IndexOf(string name) => Names.IndexOf(name);

    /// <summary>Returns the kind of a member by its JSON name; null if the OpenAPI document does not declare it.</summary>
    public JsonApiMemberKind? FindKind(string name) => IndexOf(name) is >= 0 and int ordinal ? _kinds[ordinal] : null;
}
