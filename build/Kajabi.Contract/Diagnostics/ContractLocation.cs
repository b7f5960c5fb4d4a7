using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Diagnostics;

/// <summary>Where in a contract something stands, in words that stay the same when its neighbours change.</summary>
/// <param name="Operation">The operation, such as <c>GET /v1/contacts</c>; empty outside of operations.</param>
/// <param name="Location">A JSON Pointer from the operation or from the root; a parameter stands in it by its name, an overlay action by its target.</param>
internal sealed record ContractLocation(string Operation, string Location)
{
    public static ContractLocation Of(JToken token) => Of([.. token.AncestorsAndSelf().Reverse().Select(Step).OfType<string>()]);

    private static ContractLocation Of(string[] steps) =>
        steps is ["paths", var path, var method, .. var rest] && ContractTree.IsMethod(method)
            ? new ContractLocation($"{method.ToUpperInvariant()} {path}", Pointer(rest))
            : new ContractLocation(string.Empty, Pointer(steps));

    private static string? Step(JToken token) =>
        token switch
        {
            JProperty property => property.Name,
            JObject { Parent: JArray } parameter
                when parameter["in"] is JValue { Value: string place } && parameter["name"] is JValue { Value: string name } =>
                $"{place} {name}",
            JObject { Parent: JArray } action when action["target"] is JValue { Value: string target } => target,
            { Parent: JArray list } => list.IndexOf(token).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };

    private static string Pointer(IEnumerable<string> steps) =>
        string.Concat(
            steps.Select(static step =>
                "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            )
        );
}
