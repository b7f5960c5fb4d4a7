using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

/// <summary>Findings and reports for tests.</summary>
internal static class Reports
{
    public static string[] RuleIds { get; } = ["filter-gone", "filter-new", "KC0015"];

    public static Finding Removed { get; } =
        new(
            Rule("filter-gone", CompatibilityEffect.Breaking),
            new FindingLocation("GET /v1/things", "query filter[a]")
            {
                Direction = Direction.Request,
                Position = new SourcePosition("openapi/new.yaml", 12, 5),
            },
            "The filter was removed."
        )
        {
            Before = "string",
        };

    public static Finding Added { get; } =
        new(
            Rule("filter-new", CompatibilityEffect.None),
            new FindingLocation("GET /v1/things", "query filter[b]") { Direction = Direction.Request },
            "The filter was added."
        )
        {
            After = "string",
        };

    public static Rule Rule(string id, CompatibilityEffect effect) => new(id, effect, Direction.Request, "A filter has changed.");

    public static ContractReport Create(params Finding[] findings) => new("old.yaml", "openapi/new.yaml", findings, []);

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
