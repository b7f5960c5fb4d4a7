using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Enumerates the children of a node: the values of an object or the items of an array.</summary>
internal static class NodeChildren
{
    public static IEnumerable<JToken> Get(JToken node) =>
        node switch
        {
            JObject members => members.Properties().Select(static member => member.Value),
            JArray items => items,
            _ => [],
        };
}
