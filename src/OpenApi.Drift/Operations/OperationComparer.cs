using OpenApi.Documents.Findings;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the two versions of an operation.</summary>
internal sealed class OperationComparer(
    DriftContext context,
    IReadOnlyList<NormalizedServer> serversBefore,
    IReadOnlyList<NormalizedServer> serversAfter
)
{
    private readonly SecurityComparer _security = new(context);
    private readonly ServerComparer _servers = new(context);

    public void Compare(OperationPair pair)
    {
        if (pair is { Before: { } before, After: { } after })
        {
            OperationScope scope = new(before.Name);
            if (pair.HasMoved)
            {
                context.Add(OperationRules.Moved, scope, string.Empty, (before.Path.Text, after.Path.Text), after.Written);
            }

            if (before.Servers is not null || after.Servers is not null)
            {
                _servers.Compare(scope, before.Servers ?? serversBefore, after.Servers ?? serversAfter, after.Written);
            }

            CompareContents(scope, before, after);
        }
        else if (pair.After is { } added)
        {
            context.Add(OperationRules.Added, new OperationScope(added.Name), string.Empty, (null, added.Name), added.Written);
        }
        else if (pair.Before is { } removed)
        {
            context.Add(RemovalRule(removed), new OperationScope(removed.Name), string.Empty, (removed.Name, null), removed.Written);
        }
    }

    /// <summary>Compares the requests and responses of two operations.</summary>
    public void CompareContents(OperationScope scope, NormalizedOperation before, NormalizedOperation after)
    {
        CompareLifecycle(scope, before, after);
        _security.Compare(scope, before, after);
        new ParameterComparer(context, scope, before, after).Compare();
        new BodyComparer(context, scope).CompareRequest(before.Body, after.Body);
        new ResponseComparer(context, scope).Compare(before.Responses, after.Responses);
        CompareCallbacks(scope, before, after);
    }

    private Rule RemovalRule(NormalizedOperation removed) =>
        removed.Sunset is { Date: { } sunset }
            ? sunset > context.Now
                ? OperationRules.RemovedBeforeSunset
                : OperationRules.RemovedAfterSunset
            : removed.IsDeprecated
                ? OperationRules.RemovedWithDeprecation
                : OperationRules.RemovedWithoutDeprecation;

    private void CompareLifecycle(OperationScope scope, NormalizedOperation before, NormalizedOperation after)
    {
        if (before.IsDeprecated != after.IsDeprecated)
        {
            context.Add(
                after.IsDeprecated ? OperationRules.Deprecated : OperationRules.Reactivated,
                scope,
                string.Empty,
                default,
                after.Written
            );
        }

        CompareSunset(scope, before, after);
    }

    /// <summary>Compares the sunset dates as dates. A text that is not a date is a defect and not compared.</summary>
    private void CompareSunset(OperationScope scope, NormalizedOperation before, NormalizedOperation after)
    {
        (SunsetDate? left, SunsetDate? right) = (before.Sunset, after.Sunset);
        if (left is { Date: null } || right is { Date: null } || left?.Date == right?.Date)
        {
            return;
        }

        Rule rule =
            left is null ? OperationRules.SunsetSet
            : right is null ? OperationRules.SunsetRemoved
            : right.Date < left.Date ? OperationRules.SunsetEarlier
            : OperationRules.SunsetLater;
        context.Add(rule, scope, string.Empty, (left?.Text, right?.Text), after.Written);
    }

    private void CompareCallbacks(OperationScope scope, NormalizedOperation before, NormalizedOperation after)
    {
        foreach (string name in before.Callbacks.Keys.Union(after.Callbacks.Keys))
        {
            Dictionary<string, NormalizedOperation> left = ByMethod(before.Callbacks.GetValueOrDefault(name));
            Dictionary<string, NormalizedOperation> right = ByMethod(after.Callbacks.GetValueOrDefault(name));
            foreach (string method in left.Keys.Union(right.Keys))
            {
                OperationScope inner = new(scope.Operation, $"{scope.Prefix}callback {name} {method} ", IsCallback: !scope.IsCallback);
                (NormalizedOperation? old, NormalizedOperation? now) = (left.GetValueOrDefault(method), right.GetValueOrDefault(method));
                if (old is not null && now is not null)
                {
                    CompareContents(inner, old, now);
                }
                else
                {
                    context.Add(
                        old is null ? OperationRules.CallbackAdded : OperationRules.CallbackRemoved,
                        inner,
                        string.Empty,
                        (old is null ? null : name, now is null ? null : name),
                        (old ?? now)!.Written
                    );
                }
            }
        }
    }

    private static Dictionary<string, NormalizedOperation> ByMethod(IReadOnlyList<NormalizedOperation>? operations) =>
        (operations ?? []).ToDictionary(static operation => operation.Method);
}
