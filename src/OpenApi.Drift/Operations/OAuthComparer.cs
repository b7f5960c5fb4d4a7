using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the flows, URLs and scopes of a security scheme.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="scheme">The key of the scheme.</param>
internal sealed class OAuthComparer(DriftContext context, string scheme)
{
    private static readonly string[] s_urlKeywords = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

    public void Compare(JObject before, JObject after)
    {
        CompareUrl("openIdConnectUrl", string.Empty, before, after);
        (JObject left, JObject right) = (before["flows"] as JObject ?? [], after["flows"] as JObject ?? []);
        foreach (string flow in Names(left).Union(Names(right)))
        {
            if (left[flow] is JObject old && right[flow] is JObject now)
            {
                foreach (string keyword in s_urlKeywords)
                {
                    CompareUrl(keyword, $" {flow}", old, now);
                }

                CompareScopes(flow, old["scopes"] as JObject ?? [], now["scopes"] as JObject ?? [], now);
            }
            else
            {
                bool isNew = right[flow] is not null;
                Add(
                    isNew ? OperationRules.FlowAdded : OperationRules.FlowRemoved,
                    string.Empty,
                    (isNew ? null : flow, isNew ? flow : null),
                    isNew ? after : before
                );
            }
        }
    }

    private static IEnumerable<string> Names(JObject map) =>
        map.Properties().Select(static member => member.Name).Where(static name => !name.StartsWith("x-", StringComparison.Ordinal));

    private void CompareUrl(string keyword, string flow, JObject before, JObject after)
    {
        (string? left, string? right) = (CanonicalJson.String(before[keyword]), CanonicalJson.String(after[keyword]));
        if (left != right)
        {
            Add(OperationRules.FlowUrlChanged, $"{flow} {keyword}", (left, right), after);
        }
    }

    private void CompareScopes(string flow, JObject before, JObject after, JObject node)
    {
        foreach (string name in Names(before).Except(Names(after)))
        {
            Add(OperationRules.FlowScopeRemoved, $" {flow}", (name, null), node);
        }

        foreach (string name in Names(after).Except(Names(before)))
        {
            Add(OperationRules.FlowScopeAdded, $" {flow}", (null, name), node);
        }
    }

    private void Add(Rule rule, string location, (string? Before, string? After) values, JObject node) =>
        context.Add(rule, OperationScope.Document, $"security {scheme}{location}", values, node);
}
