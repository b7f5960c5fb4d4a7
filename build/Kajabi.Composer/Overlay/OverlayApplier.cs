using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Overlay;

/// <summary>Applies an OpenAPI Overlay 1.0 document: each action in order, to all elements that its target selects.</summary>
/// <param name="overlay">The overlay.</param>
/// <param name="findings">Collects the actions that are malformed or match nothing.</param>
internal sealed class OverlayApplier(SourceFile overlay, FindingCollector findings)
{
    // As specified: updates merge objects, append to lists and replace scalars.
    private static readonly JsonMergeSettings s_merge = new()
    {
        MergeArrayHandling = MergeArrayHandling.Concat,
        MergeNullValueHandling = MergeNullValueHandling.Merge,
    };

    // Added elements must not have the line numbers of the overlay, because findings are located in the file of the document.
    private static readonly JsonCloneSettings s_clone = new() { CopyAnnotations = false };

    // Each `..` visits the whole document for each token that is selected before it.
    private const int MaxDescents = 2;

    private static readonly JsonSelectSettings s_select = new() { RegexMatchTimeout = TimeSpan.FromSeconds(1) };

    public void ApplyTo(JObject contract)
    {
        if (
            overlay.Root["overlay"]?.ToString().StartsWith("1.0", StringComparison.Ordinal) != true
            || overlay.Root["actions"] is not JArray actions
        )
        {
            Report(Rule.MalformedOverlay, overlay.Root, "The overlay must contain `overlay: 1.0.0` and a list of `actions`.");
            return;
        }

        foreach (JToken action in actions)
        {
            Apply(action, contract);
        }
    }

    private void Apply(JToken action, JObject contract)
    {
        if (action is not JObject)
        {
            Report(Rule.MalformedOverlay, action, "An item of `actions` is not an object.");
            return;
        }

        if (action["target"] is not JValue { Value: string target } || string.IsNullOrWhiteSpace((string?)action["description"]))
        {
            Report(Rule.MalformedOverlay, action, "The action must have a `target` and a `description` that states its reason.");
            return;
        }

        IReadOnlyList<JToken>? selected = Select(action, contract, target);
        if (selected is null)
        {
            return;
        }

        if (selected.Count == 0)
        {
            bool isExpected = action["x-optional"] is JValue { Value: true };
            findings.Add(
                Rule.ActionMatchesNothing,
                action,
                $"The action's target `{target}` matches nothing in the document.",
                overlay.Path,
                isExpected
            );
        }

        foreach (JToken token in selected)
        {
            Change(action, token);
        }
    }

    private List<JToken>? Select(JToken action, JObject contract, string target)
    {
        if (target.Split("..").Length - 1 > MaxDescents)
        {
            Report(
                Rule.MalformedOverlay,
                action,
                $"The target `{target}` has more than {MaxDescents} `..`, which is too slow. Use a more specific path."
            );
            return null;
        }

        try
        {
            // A path can select a token more than once, but it is changed only once.
            return [.. contract.SelectTokens(target, s_select).Distinct<JToken>(ReferenceEqualityComparer.Instance)];
        }
        catch (RegexMatchTimeoutException)
        {
            Report(Rule.MalformedOverlay, action, $"The regular expression of the target `{target}` takes too long. Simplify it.");
            return null;
        }
        catch (JsonException exception)
        {
            Report(Rule.MalformedOverlay, action, $"The target `{target}` is not a JSONPath expression: {exception.Message}");
            return null;
        }
    }

    private void Change(JToken action, JToken token)
    {
        switch (token, action["update"])
        {
            case (_, _) when action["remove"] is JValue { Value: true }:
                (token.Parent is JProperty property ? property : token).Remove();
                break;
            case (JObject target, JObject update):
                target.Merge(update.DeepClone(s_clone), s_merge);
                break;
            case (JArray target, { } update):
                target.Add(update.DeepClone(s_clone));
                break;
            default:
                Report(
                    Rule.MalformedOverlay,
                    action,
                    "An action must remove the selected elements, update objects with an object, or append an item to lists."
                );
                break;
        }
    }

    private void Report(Rule rule, JToken token, string problem) => findings.Add(rule, token, problem, overlay.Path);
}
