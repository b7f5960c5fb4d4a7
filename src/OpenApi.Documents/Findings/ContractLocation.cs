using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Documents.Findings;

/// <summary>A location in an OpenAPI document that does not change when neighboring elements do.</summary>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>; empty outside of operations.</param>
/// <param name="Pointer">
/// A JSON Pointer relative to the operation or the root. Parameters are identified by name and overlay actions by target, not by index.
/// </param>
internal sealed record ContractLocation(string Operation, string Pointer)
{
    public static ContractLocation From(JToken token) => From([.. token.AncestorsAndSelf().Reverse().Select(Step).OfType<string>()]);

    private static ContractLocation From(string[] steps) =>
        steps is ["paths", var path, var method, .. var rest] && ContractTree.IsMethod(method)
            ? new ContractLocation($"{method.ToUpperInvariant()} {path}", FormatPointer(rest))
            : new ContractLocation(string.Empty, FormatPointer(steps));

    private static string? Step(JToken token) =>
        token switch
        {
            JProperty property => property.Name,
            JObject { Parent: JArray } parameter
                when parameter["in"] is JValue { Value: string parameterLocation } && parameter["name"] is JValue { Value: string name } =>
                $"{parameterLocation} {name}",
            JObject { Parent: JArray } action when action["target"] is JValue { Value: string target } => target,
            { Parent: JArray list } => list.IndexOf(token).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };

    private static string FormatPointer(IEnumerable<string> steps) =>
        string.Concat(
            steps.Select(static step =>
                "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            )
        );
}
