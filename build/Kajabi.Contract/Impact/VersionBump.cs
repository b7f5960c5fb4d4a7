using System.Text;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>What the changes mean for the version of the SDK (see https://semver.org), and how the changelog tells them.</summary>
internal static class VersionBump
{
    private static readonly (string Title, string[] Rules)[] s_sections =
    [
        ("Removed", [Rule.TypeGone.Id, Rule.MemberGone.Id]),
        ("Changed", [Rule.MemberChanged.Id, Rule.MemberRequired.Id, Rule.MemberWidened.Id]),
        ("Deprecated", [Rule.MemberObsolete.Id]),
        ("Added", [Rule.TypeNew.Id, Rule.MemberNew.Id]),
    ];

    public static ReportConclusion Of(IReadOnlyList<ContractFinding> findings)
    {
        (string level, string reason) = Judge(findings);
        string changelog = Changelog(findings);
        return new ReportConclusion(
            $"Version: {level}. {reason}",
            changelog,
            new JObject
            {
                ["verdict"] = level,
                ["reason"] = reason,
                ["changelog"] = changelog,
            }
        );
    }

    private static (string Level, string Reason) Judge(IReadOnlyList<ContractFinding> findings)
    {
        List<ContractFinding> breaking = [.. findings.Where(static finding => finding.Severity == Severity.Breaking)];
        if (breaking.Count > 0)
        {
            return ("major", $"Code that compiles today may not compile against it: {Names(breaking)}.");
        }

        return findings.Count > 0
            ? ("minor", $"Nothing that compiles today stops compiling, and there is more or other advice: {Names(findings)}.")
            : ("patch", "No public type or member differs.");
    }

    private static string Names(IReadOnlyList<ContractFinding> findings)
    {
        const int Shown = 5;
        string names = string.Join(", ", findings.Take(Shown).Select(static finding => $"`{finding.Location}`"));
        return findings.Count > Shown ? $"{names} and {findings.Count - Shown} more" : names;
    }

    private static string Changelog(IReadOnlyList<ContractFinding> findings)
    {
        StringBuilder text = new();
        foreach ((string title, string[] rules) in s_sections)
        {
            List<ContractFinding> ofSection = [.. findings.Where(finding => rules.Contains(finding.Id))];
            if (ofSection.Count > 0)
            {
                text.Append($"### {title}\n\n");
                ofSection.ForEach(finding => text.Append($"- {Line(finding)}\n"));
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Line(ContractFinding finding) =>
        (finding.Before, finding.After) switch
        {
            (null, { } after) => $"`{finding.Location}`: `{after}`",
            ({ } before, null) => $"`{finding.Location}`: `{before}`",
            _ => $"`{finding.Location}`: `{finding.Before}` is now `{finding.After}`",
        };
}
