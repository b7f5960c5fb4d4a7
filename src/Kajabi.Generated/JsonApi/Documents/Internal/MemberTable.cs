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

    /// <summary>The ordinal of a wire name, or -1 when the contract does not declare it.</summary>
    public int IndexOf(string name) => _ordinals.TryGetValue(name, out int ordinal) ? ordinal : -1;
}
