using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class FingerprintTests
{
    [Fact]
    public void A_finding_stays_the_same_when_its_words_place_severity_or_count_change() =>
        Assert.Equal(
            Reports.Gone.Fingerprint,
            (Reports.Gone with { Message = "Other words.", Position = null, Severity = Severity.Info, Count = 7 }).Fingerprint
        );

    [Fact]
    public void A_finding_is_another_one_when_any_part_of_what_it_says_is()
    {
        ContractFinding gone = Reports.Gone;
        ContractFinding[] others =
        [
            gone,
            gone with
            {
                Id = "x",
            },
            gone with
            {
                Operation = "x",
            },
            gone with
            {
                Direction = Direction.Response,
            },
            gone with
            {
                Location = "x",
            },
            gone with
            {
                Before = "x",
            },
            gone with
            {
                After = "x",
            },
            gone with
            {
                Before = null,
            },
            gone with
            {
                Before = string.Empty,
            },
            gone with
            {
                Operation = "GET /v1/things request",
                Direction = string.Empty,
            },
        ];

        Assert.Equal(others.Length, others.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void A_fingerprint_is_the_same_in_every_version_of_the_command() => Assert.Equal("79f3ccc525d05a9e", Reports.Gone.Fingerprint);

    [Fact]
    public void A_report_holds_no_finding_twice_and_puts_what_breaks_first()
    {
        ContractReport report = Reports.Of(Reports.New, Reports.Gone, Reports.Gone with { Message = "Said again." });

        Assert.Equal(["filter-gone", "filter-new"], report.Findings.Select(finding => finding.Id));
    }
}
