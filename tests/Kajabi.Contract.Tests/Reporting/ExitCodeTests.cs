using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(nameof(FailOn.Any), true, true, 1)]
    [InlineData(nameof(FailOn.Any), false, true, 1)]
    [InlineData(nameof(FailOn.Any), false, false, 0)]
    [InlineData(nameof(FailOn.Breaking), true, true, 1)]
    [InlineData(nameof(FailOn.Breaking), false, true, 0)]
    [InlineData(nameof(FailOn.None), true, true, 0)]
    public void The_exit_code_says_whether_something_at_the_level_was_found(string failOn, bool hasBreaking, bool hasInfo, int exitCode)
    {
        ContractReport report = Reports.Of([
            .. hasBreaking ? [Reports.Gone] : Array.Empty<ContractFinding>(),
            .. hasInfo ? [Reports.New] : Array.Empty<ContractFinding>(),
        ]);

        Assert.Equal(exitCode, Reports.Run(report, failOn: Enum.Parse<FailOn>(failOn)).ExitCode);
    }

    [Fact]
    public void What_is_wrong_in_a_file_by_itself_is_told_and_decides_nothing()
    {
        (int exitCode, string output, _) = Reports.Run(Reports.Of() with { Defects = [Reports.Gone] });

        Assert.Equal(0, exitCode);
        Assert.Contains("defect filter-gone", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_broke_is_told_apart_from_one_that_found_something()
    {
        using StringWriter output = new();
        using StringWriter errors = new();

        int exitCode = ReportRun.Run(
            new ReportSettings(ReportFormat.Json, null, FailOn.None, null),
            [],
            () => throw new UnreadableFileException("gone.yaml", 1, 1, "Not there."),
            output,
            errors
        );

        Assert.Equal((3, string.Empty), (exitCode, output.ToString()));
        Assert.Contains("gone.yaml(1,1): error KC0000: Not there.", errors.ToString(), StringComparison.Ordinal);
    }
}
