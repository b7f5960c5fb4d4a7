using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift;

/// <summary>The rules of the findings that a comparison can report.</summary>
public static class DriftRules
{
    /// <summary>Gets the rules of all changes, <see cref="DriftReport.Findings"/>.</summary>
    public static IReadOnlyList<Rule> All { get; } = RuleTable.All;

    /// <summary>Gets the rules of all defects, <see cref="DriftReport.Defects"/>.</summary>
    public static IReadOnlyList<Rule> Defects { get; } =
    [
        DocumentRules.DanglingReference,
        DocumentRules.DuplicateParameter,
        DocumentRules.UndeclaredPathParameter,
        DocumentRules.InvalidKey,
        .. Rule.DeclaredIn<Rule>(typeof(DefectRules)),
    ];
}
