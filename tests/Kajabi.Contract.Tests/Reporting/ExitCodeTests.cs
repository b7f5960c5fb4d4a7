using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

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
    public void The_exit_code_depends_on_findings_at_the_level(string failOn, bool hasBreaking, bool hasInfo, int exitCode)
    {
        ContractReport report = Reports.Create([
            .. hasBreaking ? [Reports.Removed] : Array.Empty<Finding>(),
            .. hasInfo ? [Reports.Added] : Array.Empty<Finding>(),
        ]);

        Assert.Equal(exitCode, Reports.Run(report, failOn: Enum.Parse<FailOn>(failOn)).ExitCode);
    }

    [Fact]
    public void Defects_are_reported_and_do_not_affect_the_exit_code()
    {
        (int exitCode, string output, _) = Reports.Run(Reports.Create() with { Defects = [Reports.Removed] });

        Assert.Equal(0, exitCode);
        Assert.Contains("defect filter-gone", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_fails_to_run_has_a_different_exit_code_than_findings()
    {
        using StringWriter output = new();
        using StringWriter errors = new();

        int exitCode = ReportRun.Run(
            new ReportSettings(ReportFormat.Json, null, FailOn.None, null),
            [],
            () => throw new UnreadableFileException("missing.yaml", 1, 1, "Not found."),
            output,
            errors
        );

        Assert.Equal((3, string.Empty), (exitCode, output.ToString()));
        Assert.Contains("missing.yaml(1,1): error KC0000: Not found.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unexpected_failure_exits_with_3_and_a_short_message()
    {
        using StringWriter errors = new();

        int exitCode = ReportRun.Run(
            new ReportSettings(ReportFormat.Text, null, FailOn.Any, null),
            [],
            static () => throw new InvalidOperationException("x\n::error::y"),
            TextWriter.Null,
            errors
        );

        string[] lines = errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((3, 2), (exitCode, lines.Length));
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", lines[0], StringComparison.Ordinal);
    }
}
