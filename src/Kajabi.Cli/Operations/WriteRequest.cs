using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Operations;

/// <summary>The attributes and relationships to write, in the order of the command line.</summary>
/// <param name="Type">The JSON:API resource type.</param>
/// <param name="Texts">The text values of attributes, by JSON name.</param>
/// <param name="Values">The JSON values of attributes, by JSON name.</param>
/// <param name="Related">The ids of related resources, by the name of the relationship.</param>
internal sealed record WriteRequest(
    string Type,
    IReadOnlyList<KeyValuePair<string, string>> Texts,
    IReadOnlyList<KeyValuePair<string, JToken>> Values,
    ILookup<string, string> Related
);
