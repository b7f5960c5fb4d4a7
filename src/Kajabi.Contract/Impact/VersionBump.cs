using System.Text;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Impact;

/// <summary>Determines the required version bump (see https://semver.org) and the changelog entries for the changes of the SDK.</summary>
internal static class VersionBump
{
    private static readonly (string Title, string[] Rules)[] s_sections =
    [
        ("Removed", [Rule.TypeRemoved.Id, Rule.MemberRemoved.Id]),
        ("Changed", [Rule.MemberChanged.Id, Rule.MemberRequired.Id, Rule.MemberWidened.Id]),
        ("Deprecated", [Rule.MemberObsolete.Id]),
        ("Added", [Rule.TypeAdded.Id, Rule.MemberAdded.Id]),
    ];

    public static ReportConclusion From(IReadOnlyList<ContractFinding> findings)
    {
        (string level, string reason) = GetLevel(findings);
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

    private static (string Level, string Reason) GetLevel(IReadOnlyList<ContractFinding> findings)
    {
        List<ContractFinding> breaking = [.. findings.Where(static finding => finding.Severity == Severity.Breaking)];
        if (breaking.Count > 0)
        {
            return ("major", $"Existing code may no longer compile: {Names(breaking)}.");
        }

        return findings.Count > 0
            ? ("minor", $"Existing code still compiles, and members were added or changed: {Names(findings)}.")
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
