using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares servers.</summary>
internal sealed class ServerComparer(DriftContext context)
{
    public static IReadOnlyList<NormalizedServer> Default { get; } = [new NormalizedServer(string.Empty, string.Empty)];

    /// <param name="scope">The document, or the operation with its own servers.</param>
    /// <param name="before">The servers of the base.</param>
    /// <param name="after">The servers of the revision.</param>
    /// <param name="node">The node to report as the source position.</param>
    public void Compare(OperationScope scope, IEnumerable<NormalizedServer> before, IEnumerable<NormalizedServer> after, JToken node)
    {
        List<NormalizedServer> removed = [.. before.Except(after)];
        List<NormalizedServer> added = [.. after.Except(before)];
        if (removed.Count == 1 && added.Count == 1)
        {
            Add(OperationRules.ServerChanged, removed[0], added[0]);
            return;
        }

        removed.ForEach(server => Add(OperationRules.ServerRemoved, server, null));
        added.ForEach(server => Add(OperationRules.ServerAdded, null, server));

        void Add(Rule rule, NormalizedServer? old, NormalizedServer? now) =>
            context.Add(
                rule,
                scope,
                $"server {(scope == OperationScope.Document || rule != OperationRules.ServerChanged ? old ?? now : string.Empty)}",
                (old?.ToString(), now?.ToString()),
                node
            );
    }
}
