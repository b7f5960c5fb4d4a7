using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Documents.Findings;

/// <summary>The location of a finding, which does not change when neighboring elements do.</summary>
public sealed record FindingLocation
{
    internal FindingLocation(string operation, string path)
    {
        Operation = operation;
        Path = path;
    }

    /// <summary>Gets the operation, such as <c>GET /v1/contacts</c>; empty outside of operations.</summary>
    public string Operation { get; internal init; }

    /// <summary>
    /// Gets the location in the operation or the file: a JSON Pointer, or a path such as
    /// <c>200 application/vnd.api+json data[].attributes.name</c>.
    /// </summary>
    public string Path { get; internal init; }

    /// <summary>Gets the direction of the message.</summary>
    public Direction Direction { get; internal init; }

    /// <summary>Gets the position in a file; null if it is not located in a file.</summary>
    public SourcePosition? Position { get; internal init; }

    /// <summary>
    /// Returns the JSON Pointer of a token relative to the operation or the root. Parameters are identified by name and overlay actions by
    /// target, not by index.
    /// </summary>
    internal static FindingLocation From(JToken token) => From([.. token.AncestorsAndSelf().Reverse().Select(Step).OfType<string>()]);

    private static FindingLocation From(string[] steps) =>
        steps is ["paths", var path, var method, .. var rest] && ContractTree.IsMethod(method)
            ? new FindingLocation($"{method.ToUpperInvariant()} {path}", FormatPointer(rest))
            : new FindingLocation(string.Empty, FormatPointer(steps));

    private static string? Step(JToken token) =>
        token switch
        {
            JObject { Parent: JArray } parameter
                when parameter["in"] is JValue { Value: string parameterLocation } && parameter["name"] is JValue { Value: string name } =>
                $"{parameterLocation} {name}",
            JObject { Parent: JArray } action when action["target"] is JValue { Value: string target } => target,
            _ => JsonPointer.Step(token),
        };

    private static string FormatPointer(IEnumerable<string> steps) =>
        string.Concat(steps.Select(static step => "/" + JsonPointer.Escape(step)));
}
