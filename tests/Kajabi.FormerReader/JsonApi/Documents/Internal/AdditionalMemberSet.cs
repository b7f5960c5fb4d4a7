using System.Collections.Frozen;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Members without a property, stored and written as raw JSON.</summary>
internal static class AdditionalMemberSet
{
    public static IReadOnlyDictionary<string, JToken> Empty { get; } = FrozenDictionary<string, JToken>.Empty;

    public static void Add(ref Dictionary<string, JToken>? members, string name, JToken value) =>
        (members ??= new(StringComparer.Ordinal))[name] = value;

    /// <summary>Adds the members of another copy that do not exist yet.</summary>
    public static void Merge(ref Dictionary<string, JToken>? members, Dictionary<string, JToken>? other)
    {
        foreach ((string name, JToken value) in other ?? [])
        {
            (members ??= new(StringComparer.Ordinal)).TryAdd(name, value);
        }
    }

    public static void Write(IEnumerable<KeyValuePair<string, JToken>>? members, JsonWriter json)
    {
        foreach ((string name, JToken value) in members ?? [])
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
