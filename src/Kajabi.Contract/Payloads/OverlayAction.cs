using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>An action of an OpenAPI overlay.</summary>
/// <param name="Target">The target, as a JSONPath.</param>
/// <param name="Description">The reason.</param>
/// <param name="Update">The update; null to remove the target.</param>
internal sealed record OverlayAction(string Target, string Description, JToken? Update)
{
    /// <summary>
    /// Combines two actions that replace the required members of the same schema: only those that both require remain. Returns null for
    /// other actions.
    /// </summary>
    public OverlayAction? CombineRequired(OverlayAction other) =>
        Target == other.Target && Required is { } ours && other.Required is { } theirs
            ? this with
            {
                Update = new JObject { ["required"] = new JArray(ours.Intersect(theirs, JToken.EqualityComparer)) },
            }
            : null;

    private JArray? Required => (Update as JObject)?["required"] as JArray;
}
