using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>The members of a response with the kinds of their values, without the values, which are personal data of an account.</summary>
internal static partial class ResponseShape
{
    /// <summary>The kind of a value that is null in each resource.</summary>
    private const string Unknown = "null";

    /// <summary>Returns the kind of the value of each member, by its path, such as <c>included[offers].attributes.title</c>.</summary>
    public static SortedDictionary<string, string> Read(JToken response)
    {
        SortedDictionary<string, string> kinds = new(StringComparer.Ordinal);
        Add(kinds, string.Empty, response);
        return kinds;
    }

    /// <summary>
    /// Returns what differs between the responses of the sandbox and of the API. A value that is null everywhere in one of them, and the
    /// members of a list or object that one of them does not have, cannot be compared.
    /// </summary>
    public static IEnumerable<string> Compare(JToken sandbox, JToken api)
    {
        SortedDictionary<string, string> simulated = Read(sandbox);
        SortedDictionary<string, string> actual = Read(api);
        foreach ((string path, string kind) in actual)
        {
            if (!simulated.TryGetValue(path, out string? other))
            {
                if (simulated.ContainsKey(Parent(path)))
                {
                    yield return $"{path} ({kind}) is missing in the sandbox";
                }
            }
            else if (kind != other && kind != Unknown && other != Unknown)
            {
                yield return $"{path} is {other} in the sandbox and {kind} in the API";
            }
        }

        foreach (string path in simulated.Keys.Where(path => !actual.ContainsKey(path) && actual.ContainsKey(Parent(path))))
        {
            yield return $"{path} is only in the sandbox";
        }
    }

    private static void Add(SortedDictionary<string, string> kinds, string path, JToken value)
    {
        string kind = GetKind(value);
        if (!kinds.TryGetValue(path, out string? known) || known == Unknown)
        {
            kinds[path] = kind;
        }

        if (value is JObject members && !IsAttribute(path))
        {
            foreach (JProperty member in members.Properties())
            {
                Add(kinds, $"{path}.{CustomField().Replace(member.Name, "custom_N")}".TrimStart('.'), member.Value);
            }
        }
        else if (value is JArray items)
        {
            foreach (JToken item in items)
            {
                Add(kinds, $"{path}[{(item as JObject)?["type"]}]", item);
            }
        }
    }

    /// <summary>Whether the members of a value depend on the account, such as the form fields of a checkout.</summary>
    private static bool IsAttribute(string path) => path.Split('.') is [.., "attributes", _];

    /// <summary>Resources of a type that only one side included are compared with nothing.</summary>
    private static string Parent(string path) => path.EndsWith(']') ? "no member" : path[..Math.Max(path.LastIndexOf('.'), 0)];

    private static string GetKind(JToken value) =>
        value.Type switch
        {
            JTokenType.Integer or JTokenType.Float => "number",
            JTokenType.Date => "string",
            JTokenType type => type.ToString().ToLowerInvariant(),
        };

    [GeneratedRegex("^custom_[0-9]+$")]
    private static partial Regex CustomField();
}
