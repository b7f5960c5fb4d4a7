using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>The result of a mutation: missing, unexpected and correct findings.</summary>
internal sealed record MutationRun(IReadOnlyList<Expected> Missing, IReadOnlyList<Expected> Unexpected, int Correct)
{
    public static MutationRun Execute(Mutation mutation)
    {
        DriftReport report = SmallContract.Compare(OurContract.Copy(mutation.Before), OurContract.Copy(mutation.After));
        List<Expected> found =
        [
            .. report.Findings.Select(static finding => new Expected(
                finding.Rule.Id,
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Location.Operation,
                finding.Location.Direction.ToString().ToLowerInvariant(),
                finding.Location.Path
            )),
        ];
        List<Expected> missing = [.. mutation.Expected];
        List<Expected> unexpected = [];
        foreach (Expected finding in found)
        {
            if (!missing.Remove(finding))
            {
                unexpected.Add(finding);
            }
        }

        return new MutationRun(missing, unexpected, found.Count - unexpected.Count);
    }
}
