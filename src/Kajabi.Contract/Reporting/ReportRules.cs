using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Rules of every report.</summary>
internal static class ReportRules
{
    public static Rule UnusedAcceptance { get; } =
        new(
            "KC0012",
            RuleCategory.Maintenance,
            Severity.Warning,
            "an accepted finding that no longer occurs",
            "Remove the entry from the accepted findings."
        )
        {
            Reason = "It has no effect, and would hide the finding without a new review if it occurred again.",
        };
}
