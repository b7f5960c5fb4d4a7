using Kajabi.Contract.Drift.Model;
using Kajabi.Contract.Drift.Rules;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Operations;

/// <summary>Compares where an API is reached.</summary>
internal sealed class ServerComparer(DriftContext context)
{
    public static IReadOnlyList<NormalizedServer> Default { get; } = [new NormalizedServer(string.Empty, string.Empty)];

    /// <param name="scope">The document or the operation that has servers for itself.</param>
    /// <param name="before">Where it was.</param>
    /// <param name="after">Where it is.</param>
    /// <param name="place">What to show.</param>
    public void Compare(OperationScope scope, IEnumerable<NormalizedServer> before, IEnumerable<NormalizedServer> after, JToken place)
    {
        List<NormalizedServer> gone = [.. before.Except(after)];
        List<NormalizedServer> added = [.. after.Except(before)];
        if (gone.Count == 1 && added.Count == 1)
        {
            Add(OperationRules.ServerChanged, gone[0], added[0]);
            return;
        }

        gone.ForEach(server => Add(OperationRules.ServerRemoved, server, null));
        added.ForEach(server => Add(OperationRules.ServerAdded, null, server));

        void Add(DriftRule rule, NormalizedServer? old, NormalizedServer? now) =>
            context.Add(
                rule,
                scope,
                $"server {(scope == OperationScope.Document || rule != OperationRules.ServerChanged ? old ?? now : string.Empty)}",
                (old?.ToString(), now?.ToString()),
                place
            );
    }
}
