using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares security requirements.</summary>
internal sealed class SecurityComparer(DriftContext context)
{
    public void Compare(OperationScope scope, NormalizedOperation before, NormalizedOperation after)
    {
        if (before.Security.IsUnknown || after.Security.IsUnknown)
        {
            return;
        }

        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> removed = [.. before.Security.Alternatives];
        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> added = [.. after.Security.Alternatives];
        foreach (var alternative in before.Security.Alternatives)
        {
            Match(alternative, added.FindIndex(other => Text(other) == Text(alternative)));
        }

        foreach (var alternative in removed.ToList())
        {
            int sameSchemes = added.FindIndex(other => other.Keys.SequenceEqual(alternative.Keys));
            if (sameSchemes >= 0)
            {
                CompareScopes(scope, alternative, added[sameSchemes], after);
                Match(alternative, sameSchemes);
            }
        }

        Report(scope, before, after, removed, added);

        void Match(IReadOnlyDictionary<string, IReadOnlyList<string>> alternative, int index)
        {
            if (index >= 0)
            {
                removed.Remove(alternative);
                added.RemoveAt(index);
            }
        }
    }

    /// <summary>Compares the schemes themselves, once for all operations.</summary>
    public void CompareSchemes(SecurityReader before, SecurityReader after)
    {
        foreach ((string key, JObject left) in before.Used)
        {
            if (after.Used.TryGetValue(key, out JObject? right))
            {
                new OAuthComparer(context, key).Compare(left, right);
            }
        }
    }

    private void Report(
        OperationScope scope,
        NormalizedOperation before,
        NormalizedOperation after,
        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> removed,
        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> added
    )
    {
        const string Location = "security";
        if (removed.Count == 1 && added.Count == 1 && !before.Security.IsOpen && !after.Security.IsOpen)
        {
            context.Add(ChangeRule(removed[0], added[0]), scope, Location, (Text(removed[0]), Text(added[0])), after.Written);
        }
        else if (before.Security.IsOpen && !after.Security.IsOpen)
        {
            context.Add(OperationRules.SecurityAdded, scope, Location, (null, Text(after.Security)), after.Written);
        }
        else if (after.Security.IsOpen && !before.Security.IsOpen)
        {
            context.Add(OperationRules.SecurityRemoved, scope, Location, (Text(before.Security), null), after.Written);
        }
        else
        {
            removed.ForEach(alternative =>
                context.Add(OperationRules.SecurityAlternativeRemoved, scope, Location, (Text(alternative), null), before.Written)
            );
            added.ForEach(alternative =>
                context.Add(OperationRules.SecurityAlternativeAdded, scope, Location, (null, Text(alternative)), after.Written)
            );
        }
    }

    private static Rule ChangeRule(
        IReadOnlyDictionary<string, IReadOnlyList<string>> before,
        IReadOnlyDictionary<string, IReadOnlyList<string>> after
    ) =>
        before.Keys.All(after.ContainsKey) ? OperationRules.SecuritySchemeAdded
        : after.Keys.All(before.ContainsKey) ? OperationRules.SecuritySchemeRemoved
        : OperationRules.SecurityChanged;

    private void CompareScopes(
        OperationScope scope,
        IReadOnlyDictionary<string, IReadOnlyList<string>> before,
        IReadOnlyDictionary<string, IReadOnlyList<string>> after,
        NormalizedOperation operation
    )
    {
        foreach (string scheme in before.Keys)
        {
            foreach (string name in before[scheme].Except(after[scheme]))
            {
                context.Add(OperationRules.ScopeRemoved, scope, $"security {scheme}", (name, null), operation.Written);
            }

            foreach (string name in after[scheme].Except(before[scheme]))
            {
                context.Add(OperationRules.ScopeAdded, scope, $"security {scheme}", (null, name), operation.Written);
            }
        }
    }

    private static string Text(NormalizedSecurity security) =>
        string.Join(" or ", security.Alternatives.Where(static alternative => alternative.Count > 0).Select(Text));

    private static string Text(IReadOnlyDictionary<string, IReadOnlyList<string>> alternative) =>
        alternative.Count == 0
            ? "none"
            : string.Join(
                " and ",
                alternative.Select(static scheme =>
                    scheme.Value.Count == 0 ? scheme.Key : $"{scheme.Key} ({string.Join(", ", scheme.Value)})"
                )
            );
}
