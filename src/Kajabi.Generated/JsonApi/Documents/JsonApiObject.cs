using System.Collections;
using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// Base class of JSON objects. Declared members are properties; all other members are stored as JSON. Each member is tracked:
/// whether the API sent it (to distinguish null from not requested), and whether your code assigned it (so that an update
/// sends only changes).
/// </summary>
/// <remarks>Concurrent reads are safe; assignments during concurrent reads are not.</remarks>
/// <example>
/// <code>
/// ContactAttributes attributes = contact.Attributes;
/// if (attributes.IsPresent("phone_number"))
/// {
///     Console.WriteLine(attributes.PhoneNumber ?? "no phone number");
/// }
///
/// attributes.Name = "Ada Lovelace";
/// Console.WriteLine(attributes.IsModified("name")); // True: an update sends the name.
///
/// attributes["custom_17"] = "A member without a property";
/// </code>
/// </example>
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

    /// <summary>Gets the members that the OpenAPI document declares, in the same order.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonApiMember> DeclaredMembers => Members.All;

    /// <summary>Gets the names of the present members that the OpenAPI document does not declare.</summary>
    [JsonIgnore]
    public IEnumerable<string> AdditionalMembers =>
        (_rawMembers?.Keys ?? Enumerable.Empty<string>()).Where(name => Members.IndexOf(name) < 0);

    internal virtual MemberTable Members => MemberTable.Empty;

    internal bool HasAssigned => _assigned.Any || (_rawMembers?.Values.Any(static raw => raw.IsModified) ?? false);

    internal bool IsEmpty => !_received.Any && !HasAssigned && _rawMembers is null;

    /// <summary>
    /// Gets or sets the JSON value of a member by its JSON name, whether it is declared or not; null if it is absent or null.
    /// Setting it assigns the member, so that the next write sends it.
    /// </summary>
    /// <param name="name">The JSON name, such as <c>custom_17</c>.</param>
    public JToken? this[string name]
    {
        get => Get(name);
        set => Set(name, value);
    }

    /// <summary>Returns whether the API sent this member, with a value or null.</summary>
    /// <param name="name">The JSON name, such as <c>phone_number</c>.</param>
    /// <returns>False if the member was not requested or the API does not know it.</returns>
    public bool IsPresent(string name)
    {
        int ordinal = Members.IndexOf(name);
        return ordinal >= 0
            ? _received[ordinal]
            : _rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? raw) && !raw.IsModified;
    }

    /// <summary>Returns whether your code assigned this member, so that the next write sends it.</summary>
    /// <param name="name">The JSON name, such as <c>phone_number</c>.</param>
    /// <returns>True if the property, or a member of its nested object, was set.</returns>
    public bool IsModified(string name)
    {
        int ordinal = Members.IndexOf(name);
        return ordinal >= 0
            ? _assigned[ordinal]
            : _rawMembers is not null && _rawMembers.TryGetValue(name, out RawMember? raw) && raw.IsModified;
    }

    /// <summary>Reads a new object that starts at the cursor.</summary>
    internal static TObject Read<TObject>(ref JsonApiReader reader)
        where TObject : JsonApiObject, new()
    {
        TObject value = new();
        value.ReadFrom(ref reader);
        return value;
    }

    /// <summary>Sets the field of a declared member and marks it as assigned; called by generated setters.</summary>
    private protected void Assign<TValue>(int ordinal, ref TValue field, TValue value)
    {
        field = value;
        Mark(ordinal);
    }

    /// <summary>Returns the class and the number of members, without any value.</summary>
    /// <returns>For example <c>ContactAttributes (3 members)</c>.</returns>
    public override string ToString()
    {
        int declared = DeclaredMembers.Count(member => IsPresent(member.Name) || IsModified(member.Name));
        return $"{GetType().Name} ({declared + AdditionalMembers.Count()} members)";
    }

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);

    private void Mark(int ordinal)
    {
        _assigned.Set(ordinal);
        _rawMembers?.Remove(Members[ordinal].Name);

        // A change inside a nested object also changes the member that contains it.
        _owner?.Mark(_ordinalInOwner);
    }
}
