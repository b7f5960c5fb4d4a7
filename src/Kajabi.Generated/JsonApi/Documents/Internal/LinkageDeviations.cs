using System.Text;
using System.Text.Json;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>
/// What distinguishes the received identifiers of a relationship from two strings: other members, an id that is a number, or a
/// missing type. The position of the identifier is part of each key.
/// </summary>
internal sealed class LinkageDeviations
{
    private readonly Dictionary<int, Dictionary<string, RawJson>> _members = [];
    private readonly HashSet<(int Position, string Name)> _missing = [];

    /// <summary>Returns whether a member is not written as a string: it has another JSON type, or it is missing.</summary>
    public bool Contains(int position, string name) =>
        _missing.Contains((position, name)) || _members.GetValueOrDefault(position)?.ContainsKey(name) == true;

    public void AddMissing(int position, string name) => _missing.Add((position, name));

    /// <summary>Stores the value at the current token as raw JSON.</summary>
    /// <returns>The text of a number or a boolean; null for others.</returns>
    public string? Read(int position, string name, ref JsonApiReader reader)
    {
        JsonTokenType token = reader.Token;
        RawJson json = reader.Load();
        if (!_members.TryGetValue(position, out Dictionary<string, RawJson>? members))
        {
            _members[position] = members = new(StringComparer.Ordinal);
        }

        members[name] = json;
        return token switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(json.Utf8),
            JsonTokenType.True => bool.TrueString,
            JsonTokenType.False => bool.FalseString,
            _ => null,
        };
    }

    public void Write(JsonOutput json, int position)
    {
        foreach ((string name, RawJson value) in _members.GetValueOrDefault(position) ?? [])
        {
            json.WritePropertyName(name);
            json.WriteRaw(value);
        }
    }
}
