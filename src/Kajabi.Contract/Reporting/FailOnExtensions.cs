using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Extension methods of <see cref="FailOn"/>.</summary>
internal static class FailOnExtensions
{
    /// <summary>Returns whether a finding is at or above the level.</summary>
    public static bool Includes(this FailOn failOn, Finding finding) =>
        failOn switch
        {
            FailOn.Any => true,
            FailOn.Breaking => finding.Severity == Severity.Breaking,
            _ => false,
        };
}
