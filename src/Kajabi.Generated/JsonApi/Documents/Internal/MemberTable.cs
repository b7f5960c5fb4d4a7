using System.Collections.Frozen;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The declared members of one class, in the order of their ordinals.</summary>
internal sealed class MemberTable
{
    private readonly JsonApiMember[] _members;
    private readonly FrozenDictionary<string, int> _ordinals;

    public MemberTable(params JsonApiMember[] members)
    {
        _members = members;
        _ordinals = members
            .Select((member, ordinal) => KeyValuePair.Create(member.Name, ordinal))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static MemberTable Empty { get; } = new();

    public IReadOnlyList<JsonApiMember> All => _members;

    public int Count => _members.Length;

    public JsonApiMember this[int ordinal] => _members[ordinal];

    /// <summary>Returns the ordinal of a JSON name; -1 if the OpenAPI document does not declare it.</summary>
    public int IndexOf(string name) => _ordinals.TryGetValue(name, out int ordinal) ? ordinal : -1;
}
