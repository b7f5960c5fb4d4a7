using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the dates in <c>x-sunset</c>, and removals before and after them.</summary>
public sealed class SunsetTests
{
    private const string Ok = "'responses':{'200':{'description':'ok'}}";

    [Theory]
    [InlineData("2027-01-01", "2027-01-01T00:00:00+00:00", "")]
    [InlineData("2027-01-01", " 2027-01-01 ", "")]
    [InlineData("2027-01-01", "2027-01-01T00:00Z", "")]
    [InlineData("2027-01-01", "2027-01-01T02:00:00.0000000+02:00", "")]
    [InlineData("2027-01-01", "Fri, 01 Jan 2027 00:00:00 GMT", "")]
    [InlineData("2027-01-02T00:00:00+05:00", "2027-01-01", "api-sunset-date-changed-too-small breaking ")]
    [InlineData("Fri, 01 Jan 2027 00:00:00 GMT", "2026-12-31", "api-sunset-date-changed-too-small breaking ")]
    [InlineData("2027-01-01", "2027-01-02T00:00:00+05:00", "api-sunset-date-postponed info ")]
    [InlineData("soon", "2027-01-01", "")]
    [InlineData("2027-01-01", "2027-02-30", "")]
    [InlineData("2027-01-01", "later", "")]
    public void Sunset_dates_are_compared_as_dates(string before, string after, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], SmallContract.Findings(Sunset($"'{before}'"), Sunset($"'{after}'")));

    [Theory]
    [InlineData("2027-01-01", "2026-12-31T23:59:59Z", "api-removed-before-sunset")]
    [InlineData("2027-01-01", "2027-01-01T00:00:00Z", "api-removed-after-sunset")]
    [InlineData("2027-01-01T00:00:00-08:00", "2027-01-01T07:59:59Z", "api-removed-before-sunset")]
    [InlineData("soon", "2027-01-01T00:00:00Z", "api-removed-without-deprecation")]
    public void A_removal_before_the_sunset_date_is_breaking(string sunset, string now, string rule)
    {
        DriftReport report = DriftComparison.Compare(
            new SourceFile("base.yaml", Sunset($"'{sunset}'")),
            new SourceFile("revision.yaml", SmallContract.WithPaths("{}")),
            new DriftOptions { CurrentTime = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) }
        );

        Assert.Equal(rule, Assert.Single(report.Findings).Rule.Id);
    }

    [Theory]
    [InlineData("'soon'")]
    [InlineData("20270101")]
    [InlineData("'2027-13-01'")]
    [InlineData("['2027-01-01']")]
    public void A_sunset_date_that_is_not_a_date_is_a_defect(string date)
    {
        DriftReport report = SmallContract.Compare(Sunset("'2027-01-01'"), Sunset(date));

        Assert.Empty(report.Findings);
        Assert.Equal("KC0031", Assert.Single(report.Defects).Rule.Id);
    }

    private static JObject Sunset(string date) => SmallContract.WithPaths("{'/a':{'get':{'x-sunset':" + date + "," + Ok + "}}}");
}
