using System.Text.RegularExpressions;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that docs/drift-rules.md states our severities, and only rules whose severity differs.</summary>
public sealed partial class OasdiffTableTests
{
    private static readonly Dictionary<string, string> s_levels = new()
    {
        ["ERR"] = "breaking",
        ["WARN"] = "warning",
        ["INFO"] = "info",
    };

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            string text = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "drift-rules.md"));
            TheoryData<string, string, string, string> rows = [];
            foreach (Match row in Row().Matches(text))
            {
                rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_our_severity_another_severity_and_a_reason(string rule, string ours, string theirs, string reason)
    {
        Rule found = Assert.Single(RuleTable.All, candidate => candidate.Id == rule);

        Assert.Equal(found.Severity.ToString().ToLowerInvariant(), ours);
        Assert.NotEqual(ours, s_levels[theirs]);
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_has_one_row()
    {
        List<string> rules = [.. Rows.Select(static row => (string)row[0])];

        Assert.NotEmpty(rules);
        Assert.Equal(rules.Distinct(), rules);
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (\w+) \| (ERR|WARN|INFO) \| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
