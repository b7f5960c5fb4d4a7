using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Members without a property, stored and written as raw JSON, and converted to tokens when they are read.</summary>
internal sealed class AdditionalMemberSet : IReadOnlyDictionary<string, JToken>
{
    private readonly Dictionary<string, RawValue> _members = new(StringComparer.Ordinal);

    public static AdditionalMemberSet Empty { get; } = new();

    public int Count => _members.Count;

    public IEnumerable<string> Keys => _members.Keys;

    public IEnumerable<JToken> Values => _members.Values.Select(static value => value.Token);

    public JToken this[string key] => _members[key].Token;

    public static void Add(ref AdditionalMemberSet? members, string name, RawJson value) =>
        (members ??= new AdditionalMemberSet())._members[name] = new RawValue(value);

    /// <summary>Adds the members of another copy that do not exist yet.</summary>
    public static void Merge(ref AdditionalMemberSet? members, AdditionalMemberSet? other)
    {
        foreach ((string name, RawValue value) in other?._members ?? [])
        {
            (members ??= new AdditionalMemberSet())._members.TryAdd(name, value);
        }
    }

    /// <summary>Writes the members.</summary>
    /// <param name="json">The destination.</param>
    /// <param name="isOmitted">Returns whether a member is omitted; null to write all.</param>
    public void WriteTo(JsonOutput json, Func<string, bool>? isOmitted = null)
    {
        foreach ((string name, RawValue value) in _members)
        {
            if (isOmitted?.Invoke(name) != true)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }
    }

    public bool ContainsKey(string key) => _members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JToken value)
    {
        value = _members.GetValueOrDefault(key)?.Token;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, JToken>> GetEnumerator() =>
        _members.Select(static member => KeyValuePair.Create(member.Key, member.Value.Token)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
