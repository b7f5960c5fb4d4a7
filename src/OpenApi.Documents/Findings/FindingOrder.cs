namespace OpenApi.Documents.Findings;

/// <summary>The order of findings in reports.</summary>
internal static class FindingOrder
{
    /// <summary>Returns the findings without duplicates, the most severe first.</summary>
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
        [
            .. findings
                .DistinctBy(static finding => finding.Fingerprint)
                .OrderBy(static finding => finding.Severity)
                .ThenBy(static finding => finding.Location.Operation, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Location.Path, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Fingerprint, StringComparer.Ordinal),
        ];
}
