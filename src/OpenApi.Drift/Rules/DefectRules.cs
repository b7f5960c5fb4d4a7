using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for defects within one of the compared documents.</summary>
internal static class DefectRules
{
    public static Rule AmbiguousPath { get; } =
        new(
            "KC0030",
            RuleCategory.Contract,
            Severity.Breaking,
            "paths that differ only in the names of their parameters",
            "Merge the paths: the names of parameters are not part of a URL."
        );

    public static Rule InvalidDate { get; } =
        new(
            "KC0031",
            RuleCategory.Contract,
            Severity.Warning,
            "a sunset date (`x-sunset`) that is not a date",
            "Use a date such as 2027-01-31, or a date with time and offset (RFC 3339)."
        );
}
