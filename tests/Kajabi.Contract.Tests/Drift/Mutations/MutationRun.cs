using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>What the comparison made of a mutation.</summary>
internal sealed record MutationRun(IReadOnlyList<Expected> Missed, IReadOnlyList<Expected> Invented, int Right)
{
    public static MutationRun Of(Mutation mutation)
    {
        ContractReport report = OurContract.Compare(OurContract.Copy(mutation.Before), OurContract.Copy(mutation.After));
        List<Expected> found =
        [
            .. report.Findings.Select(static finding => new Expected(
                finding.Id,
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Operation,
                finding.Direction,
                finding.Location
            )),
        ];
        List<Expected> missed = [.. mutation.Expected];
        List<Expected> invented = [];
        foreach (Expected finding in found)
        {
            if (!missed.Remove(finding))
            {
                invented.Add(finding);
            }
        }

        return new MutationRun(missed, invented, found.Count - invented.Count);
    }
}
