using System.Collections.Concurrent;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>The findings of a mutation, and those that are missing and unexpected.</summary>
internal sealed record MutationRun(IReadOnlyList<Finding> Findings, IReadOnlyList<Expected> Missing, IReadOnlyList<Expected> Unexpected)
{
    private static readonly ConcurrentDictionary<string, MutationRun> s_runs = [];

    public int CorrectCount => Findings.Count - Unexpected.Count;

    /// <summary>Applies a mutation, once for all tests.</summary>
    public static MutationRun Get(string name) => s_runs.GetOrAdd(name, static name => Execute(MutationSuite.All[name]));

    private static MutationRun Execute(Mutation mutation)
    {
        DriftReport report = SmallContract.Compare(OurContract.Copy(mutation.Before), OurContract.Copy(mutation.After));
        List<Expected> missing = [.. mutation.Expected];
        List<Expected> unexpected = [];
        foreach (Finding finding in report.Findings)
        {
            Expected found = new(
                finding.Rule.Id,
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Location.Operation,
                finding.Location.Direction.ToString().ToLowerInvariant(),
                finding.Location.Path
            );
            if (!missing.Remove(found))
            {
                unexpected.Add(found);
            }
        }

        return new MutationRun(report.Findings, missing, unexpected);
    }
}
