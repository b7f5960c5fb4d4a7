using Kajabi.Composer;
using Kajabi.Composer.Rules;
using Kajabi.Contract.Impact;
using Kajabi.Contract.Lint;
using Kajabi.Contract.Live;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Update;
using OpenApi.Documents.Findings;
using OpenApi.Drift;

namespace Kajabi.Contract.Rules;

/// <summary>The rules of all components. Each component declares its own.</summary>
internal static class RuleCatalog
{
    private static readonly Type[] s_buildClasses = [typeof(DocumentRules), typeof(ComposerRules)];

    private static readonly Type[] s_checkClasses =
    [
        typeof(LintRules),
        typeof(ReportRules),
        typeof(ApiRules),
        typeof(PayloadRules),
        typeof(LiveRules),
        typeof(UpdateRules),
    ];

    /// <summary>Gets the rules that a build checks.</summary>
    public static IReadOnlyList<Rule> BuildRules { get; } = [.. s_buildClasses.SelectMany(Rule.DeclaredIn<Rule>)];

    /// <summary>Gets all rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [.. BuildRules.Union(DriftRules.Defects), .. s_checkClasses.SelectMany(Rule.DeclaredIn<Rule>), .. DriftRules.All];

    /// <summary>Returns a rule by its id; null if there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>Returns the ids of the rules of a category.</summary>
    public static IReadOnlyCollection<string> Ids(RuleCategory category) =>
        All.Where(rule => rule.Category == category).Select(static rule => rule.Id).ToHashSet();
}
