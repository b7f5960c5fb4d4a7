using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Endpoints;

/// <summary>What the user wants to write, in the order in which it was said.</summary>
/// <param name="Type">The resource type on the wire.</param>
/// <param name="Texts">The values of attributes as they were typed, by name on the wire.</param>
/// <param name="Values">The values of attributes as JSON, by name on the wire.</param>
/// <param name="Related">The ids of related resources, by the name of the relationship.</param>
internal sealed record WriteRequest(
    string Type,
    IReadOnlyList<KeyValuePair<string, string>> Texts,
    IReadOnlyList<KeyValuePair<string, JToken>> Values,
    ILookup<string, string> Related
);
