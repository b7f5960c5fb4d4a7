using Kajabi.Contract.Reporting;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class FingerprintTests
{
    [Fact]
    public void The_fingerprint_does_not_depend_on_message_position_severity_or_count() =>
        Assert.Equal(
            Reports.Removed.Fingerprint,
            (
                Reports.Removed with
                {
                    Message = "Another message.",
                    Location = Reports.Removed.Location with { Position = null },
                    Severity = Severity.Info,
                    Count = 7,
                }
            ).Fingerprint
        );

    [Fact]
    public void The_fingerprint_depends_on_every_other_part()
    {
        Finding removed = Reports.Removed;
        Finding[] others =
        [
            removed,
            removed with
            {
                Rule = Reports.Rule("x", CompatibilityEffect.Breaking),
            },
            removed with
            {
                Location = removed.Location with { Operation = "x" },
            },
            removed with
            {
                Location = removed.Location with { Direction = Direction.Response },
            },
            removed with
            {
                Location = removed.Location with { Path = "x" },
            },
            removed with
            {
                Before = "x",
            },
            removed with
            {
                After = "x",
            },
            removed with
            {
                Before = null,
            },
            removed with
            {
                Before = string.Empty,
            },
            removed with
            {
                Location = removed.Location with { Operation = "GET /v1/things request", Direction = Direction.None },
            },
        ];

        Assert.Equal(others.Length, others.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void The_fingerprint_is_stable_across_versions() => Assert.Equal("79f3ccc525d05a9e", Reports.Removed.Fingerprint);

    [Fact]
    public void A_report_removes_duplicates_and_lists_breaking_findings_first()
    {
        ContractReport report = Reports.Create(Reports.Added, Reports.Removed, Reports.Removed with { Message = "A duplicate." });

        Assert.Equal(["filter-gone", "filter-new"], report.Findings.Select(finding => finding.Rule.Id));
    }
}
