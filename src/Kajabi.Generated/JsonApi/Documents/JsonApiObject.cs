using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// A JSON object whose declared members are properties and whose other members are kept. It remembers two things
/// about each member: whether the API sent it (so that null can be told from not requested) and whether you
/// assigned it (so that an update sends exactly that).
/// </summary>
/// <remarks>Reading one object from several threads is safe; assigning to it while others read is not.</remarks>
[JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public partial class JsonApiObject : IEnumerable
{
    private BitSet _received;
    private BitSet _assigned;
    private Dictionary<string, RawMember>? _rawMembers;
    private JsonApiObject? _owner;
    private int _ordinalInOwner;

    /// <summary>The members that the contract declares, in its order.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonApiMember> DeclaredMembers => Members.All;

    /// <summary>The names of the members that are present and that the contract does not declare.</summary>
    [JsonIgnore]
    public IEnumerable<string> AdditionalMembers =>
        (_rawMembers?.Keys ?? Enumerable.Empty<string>()).Where(name => Members.IndexOf(name) < 0);

    internal virtual MemberTable Members => MemberTable.Empty;

    internal bool HasAssigned => _assigned.Any || (_rawMembers?.Values.Any(static kept => kept.IsModified) ?? false);

    internal bool IsEmpty => !_received.Any && !HasAssigned && _rawMembers is null;

    /// <summary>
    /// The JSON value of a member by its wire name, declared or not; null when it is absent or null. Setting it
    /// assigns the member, which is how a member that the contract does not declare is written.
    /// </summary>
    /// <param name="name">The wire name, such as <c>custom_17</c>.</param>
    public JToken? this[string name]
    {
        get => Get(name);
        set => Set(name, value);
    }

    /// <summary>Whether the answer held this member, with a value or with null.</summary>
    /// <param name="name">The wire name, such as <c>phone_number</c>.</param>
    /// <returns>False when the member was not requested or is not known to the API.</returns>
    public bool IsPresent(string name)
    {
        int ordinal = Members.IndexOf(name);
        return ordinal >= 0
            ? _received[ordinal]
            : _rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? kept) && !kept.IsModified;
    }

    /// <summary>Whether this member was assigned by your code, so that the next write sends it.</summary>
    /// <param name="name">The wire name, such as <c>phone_number</c>.</param>
    /// <returns>True once a property was set or an element of a nested object was.</returns>
    public bool IsModified(string name)
    {
        int ordinal = Members.IndexOf(name);
        return ordinal >= 0
            ? _assigned[ordinal]
            : _rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? kept) && kept.IsModified;
    }

    /// <summary>Reads a new object at the cursor, which stands on its start.</summary>
    internal static TObject Read<TObject>(MemberReader reader)
        where TObject : JsonApiObject, new()
    {
        TObject value = new();
        value.ReadFrom(reader);
        return value;
    }

    /// <summary>Sets a declared member's field and marks it; generated setters call this.</summary>
    private protected void Assign<TValue>(int ordinal, ref TValue field, TValue value)
    {
        field = value;
        Mark(ordinal);
    }

    /// <summary>Returns the class and the number of members, without any value.</summary>
    /// <returns>For example <c>ContactAttributes (3 members)</c>.</returns>
    public override string ToString() =>
        $"{GetType().Name} ({DeclaredMembers.Count(member => IsPresent(member.Name) || IsModified(member.Name)) + AdditionalMembers.Count()} members)";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);

    private void Mark(int ordinal)
    {
        _assigned.Set(ordinal);
        _rawMembers?.Remove(Members[ordinal].Name);

        // A change inside a nested object is a change of the member that holds it.
        _owner?.Mark(_ordinalInOwner);
    }
}
