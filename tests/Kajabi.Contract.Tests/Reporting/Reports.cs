using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Reporting;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

/// <summary>Findings and reports for tests.</summary>
internal static class Reports
{
    public static string[] RuleIds { get; } = ["filter-gone", "filter-new"];

    public static ContractFinding Removed { get; } =
        new(
            "filter-gone",
            Severity.Breaking,
            "GET /v1/things",
            Direction.Request,
            "query filter[a]",
            "string",
            null,
            "The filter was removed."
        )
        {
            Position = new SourcePosition("openapi/new.yaml", 12, 5),
        };

    public static ContractFinding Added { get; } =
        new("filter-new", Severity.Info, "GET /v1/things", Direction.Request, "query filter[b]", null, "string", "The filter was added.");

    public static ContractReport Create(params ContractFinding[] findings) => new("old.yaml", "openapi/new.yaml", findings, []);

    public static (int ExitCode, string Output, string Errors) Run(
        ContractReport report,
        ReportFormat format = ReportFormat.Text,
        FailOn failOn = FailOn.Any,
        string? accepted = null,
        bool isTerminal = false
    )
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = ReportRun.Run(new ReportSettings(format, null, failOn, accepted), RuleIds, () => report, output, errors, isTerminal);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
