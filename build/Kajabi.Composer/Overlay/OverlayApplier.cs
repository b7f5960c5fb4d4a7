using Kajabi.Composer.JsonPath.Limits;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Overlay;

/// <summary>Applies an OpenAPI Overlay 1.0 document: each action in order, to all elements that its target selects.</summary>
/// <param name="overlay">The overlay.</param>
/// <param name="findings">Collects the actions that are malformed or match nothing.</param>
internal sealed class OverlayApplier(SourceFile overlay, FindingCollector findings)
{
    /// <summary>The maximum number of steps of one action. A search of the largest document with <c>..</c> is below it.</summary>
    private const int MaxStepsPerAction = 20_000_000;

    /// <summary>The maximum number of steps of all actions.</summary>
    private const long MaxSteps = 400_000_000;

    /// <summary>The number of targets that a summary lists.</summary>
    private const int MaxExamples = 3;

    // As specified: updates merge objects, append to lists and replace scalars.
    private static readonly JsonMergeSettings s_merge = new()
    {
        MergeArrayHandling = MergeArrayHandling.Concat,
        MergeNullValueHandling = MergeNullValueHandling.Merge,
    };

    private readonly List<ActionObject> _unmatched = [];

    /// <summary>Gets whether actions that match nothing are one finding: another party's document may lack most targets.</summary>
    public bool SummarizesUnmatched { get; init; }

    /// <summary>Applies all actions, or none if the overlay is malformed.</summary>
    public void ApplyTo(JObject contract)
    {
        long remaining = MaxSteps;
        IReadOnlyList<ActionObject> actions = new OverlayReader(overlay, findings).Read() ?? [];
        foreach (ActionObject action in actions)
        {
            ReportUnknown(OverlayKeywords.FindUnknown(action.Source));
            VisitBudget budget = new(Math.Min(MaxStepsPerAction, remaining));
            try
            {
                Apply(action, contract, budget);
            }
            catch (JsonPathLimitException exception)
            {
                Report(action, $"The target `{action.Target}` cannot be evaluated: {exception.Message} Use a more specific path.");
            }

            remaining = Math.Max(remaining - budget.Spent, 0);
        }

        ReportUnmatched(actions.Count);
    }

    private void Apply(ActionObject action, JObject contract, VisitBudget budget)
    {
        // A path can select a token more than once, but it is changed only once.
        HashSet<JToken> selected = new(action.Query.Select(contract, budget), ReferenceEqualityComparer.Instance);
        if (selected.Count == 0)
        {
            _unmatched.Add(action);
        }
        else if (FindProblem(action, selected, contract) is { } problem)
        {
            Report(action, problem);
        }
        else
        {
            if (action.Update is { } update)
            {
                ReportUnknown(OverlayKeywords.FindUnknown(update, selected.First()));
            }

            Change(action, selected, budget);
        }
    }

    private static string? FindProblem(ActionObject action, HashSet<JToken> selected, JObject contract)
    {
        if (selected.Any(static token => token is not JContainer))
        {
            return $"The target `{action.Target}` selects a value that is neither an object nor an array. "
                + "Select the object or array that contains it.";
        }

        if (action.IsRemoval)
        {
            return selected.Contains(contract) ? "The root of the document cannot be removed." : null;
        }

        return action.Update is not (null or JObject) && selected.Any(static token => token is JObject)
            ? $"The target `{action.Target}` selects an object. An action must update objects with an object."
            : null;
    }

    private void Change(ActionObject action, HashSet<JToken> selected, VisitBudget budget)
    {
        if (action.IsRemoval)
        {
            foreach (JToken token in selected)
            {
                (token.Parent is JProperty property ? property : token).Remove();
            }
        }
        else if (action.Update is { } update)
        {
            long size = update is JContainer container ? container.DescendantsAndSelf().LongCount() : 1;
            budget.Spend(size * selected.Count);

            // Findings about added elements are located in the overlay.
            TokenFile.Mark(update, overlay.Path);
            foreach (JToken token in selected)
            {
                ChangeOne(token, update.DeepClone());
            }
        }
    }

    private static void ChangeOne(JToken token, JToken update)
    {
        if (token is JArray list)
        {
            list.Add(update);
        }
        else
        {
            ((JObject)token).Merge(update, s_merge);
        }
    }

    private void ReportUnknown(IEnumerable<(JProperty Keyword, string? Resembles)> unknown)
    {
        foreach ((JProperty keyword, string? resembles) in unknown)
        {
            findings.Add(
                ComposerRules.UnknownExtension,
                keyword,
                $"The composer does not know `{keyword.Name}` here, so it has no effect." + SimilarName.Suggest(resembles),
                overlay.Path,
                isExpected: resembles is null
            );
        }
    }

    private void ReportUnmatched(int count)
    {
        if (SummarizesUnmatched && _unmatched.Count > 1)
        {
            string examples = string.Join(", ", _unmatched.Take(MaxExamples).Select(static action => $"`{action.Target}`"));
            string more = _unmatched.Count > MaxExamples ? " and others" : string.Empty;
            findings.Add(
                ComposerRules.ActionMatchesNothing,
                _unmatched[0].Source,
                $"{_unmatched.Count} of {count} overlay actions match nothing in this document: {examples}{more}. "
                    + "`compose` without `--lenient` reports each of them.",
                overlay.Path
            );
            return;
        }

        foreach (ActionObject action in _unmatched)
        {
            findings.Add(
                ComposerRules.ActionMatchesNothing,
                action.Source,
                $"The action's target `{action.Target}` matches nothing in the document.",
                overlay.Path,
                action.IsOptional
            );
        }
    }

    private void Report(ActionObject action, string problem) =>
        findings.Add(ComposerRules.MalformedOverlay, action.Source, problem, overlay.Path);
}
