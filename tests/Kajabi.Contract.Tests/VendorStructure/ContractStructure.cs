using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.VendorStructure;

/// <summary>
/// The structure of an OpenAPI document without descriptions: each value by its path, with resolved references and without duplicate
/// parameters. Lists without a significant order are compared as sets.
/// </summary>
internal static class ContractStructure
{
    private static readonly string[] s_descriptionKeywords = ["description", "summary", "title", "example", "examples"];

    public static IReadOnlyList<string> Differences(JObject expected, JObject actual)
    {
        SortedDictionary<string, string> left = Facts(expected);
        SortedDictionary<string, string> right = Facts(actual);
        return
        [
            .. left.Where(fact => !right.ContainsKey(fact.Key)).Select(fact => $"missing: {fact.Key} = {fact.Value}"),
            .. right.Where(fact => !left.ContainsKey(fact.Key)).Select(fact => $"added: {fact.Key} = {fact.Value}"),
            .. left.Where(fact => right.TryGetValue(fact.Key, out string? value) && value != fact.Value)
                .Select(fact => $"changed: {fact.Key} from {fact.Value} to {right[fact.Key]}"),
        ];
    }

    public static SortedDictionary<string, string> Facts(JObject contract)
    {
        SortedDictionary<string, string> facts = new(StringComparer.Ordinal);
        facts["openapi"] = Text(contract["openapi"]!);
        facts["info.version"] = Text(contract.SelectToken("info.version")!);
        Visit("servers", contract["servers"]!, isNames: false);
        Visit("security schemes", contract.SelectToken("components.securitySchemes")!, isNames: true);
        Visit("schemas", contract.SelectToken("components.schemas")!, isNames: true);
        Visit("paths", contract["paths"]!, isNames: true);
        return facts;

        // In a map of names, such as properties, a key is a name even if it equals a keyword.
        void Visit(string path, JToken token, bool isNames)
        {
            switch (token)
            {
                case JObject { Count: > 0 } map when !isNames && map["$ref"] is JValue reference:
                    Visit(path, Resolve(contract, (string)reference!), isNames: false);
                    break;
                case JObject { Count: > 0 } map:
                    foreach (JProperty member in map.Properties().Where(member => isNames || !s_descriptionKeywords.Contains(member.Name)))
                    {
                        Visit(
                            $"{path}/{member.Name}",
                            member.Value,
                            isNames: !isNames && member.Name is "properties" or "responses" or "content"
                        );
                    }

                    break;
                case JArray { Count: > 0 } list when list.All(item => item is JValue):
                    facts[path] = string.Join(",", list.Select(Text).Order(StringComparer.Ordinal));
                    break;
                case JArray { Count: > 0 } list:
                    HashSet<string> seen = [];
                    foreach ((JToken item, int index) in list.Select((item, index) => (item, index)))
                    {
                        string key = item["in"] is { } location ? $"{location} {item["name"]}" : $"{index}";
                        if (seen.Add(key))
                        {
                            Visit($"{path}[{key}]", item, isNames: false);
                        }
                    }

                    break;
                default:
                    facts[path] = Text(token);
                    break;
            }
        }
    }

    private static JToken Resolve(JObject contract, string reference) =>
        contract.SelectToken(reference.TrimStart('#', '/').Replace('/', '.')) ?? new JValue($"{reference} has no target");

    private static string Text(JToken token) => token.ToString(Formatting.None);
}
