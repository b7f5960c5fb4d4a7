using System.CommandLine;
using Kajabi.Contract.Impact;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Sources;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Commands;

/// <summary><c>drift</c>: reports the API changes between two OpenAPI documents.</summary>
internal static class DriftCommand
{
    public static Command Create()
    {
        Argument<string> before = new("base") { Description = $"The OpenAPI document that clients rely on: {DocumentSource.Forms}." };
        Argument<string> after = new("revision") { Description = $"The OpenAPI document that replaces it: {DocumentSource.Forms}." };
        Option<DateOnly?> date = CreateDateOption();
        Command command = new("drift", "Report the API changes between two OpenAPI documents.") { before, after, date };
        DocumentSource.RequireSingleStandardInput(command, [before, after]);
        ReportOptions options = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(before)!,
                parsed.GetValue(after)!,
                options.Read(parsed, parsed.GetValue(before)!),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted,
                parsed.GetValue(date)
            )
        );
        return command;
    }

    internal static int Run(
        string before,
        string after,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false,
        DateOnly? date = null
    ) =>
        ReportRun.Run(
            settings,
            RuleCatalog.Ids(RuleCategory.Drift),
            () => Check(DocumentSource.Default.Load(before), DocumentSource.Default.Load(after), settings.Format, date),
            output,
            errors,
            isTerminal
        );

    private static ContractReport Check(SourceFile before, SourceFile after, ReportFormat format, DateOnly? date)
    {
        ContractReport report = new(DriftComparison.Compare(before, after, CreateOptions(date)));
        return format == ReportFormat.Html ? report with { CodeImpact = ImpactCheck.Estimate(before, after) } : report;
    }

    internal static Option<DateOnly?> CreateDateOption() =>
        new("--date") { Description = "The date with which sunset dates are compared. Default: today (UTC)." };

    internal static DriftOptions CreateOptions(DateOnly? date) =>
        new() { CurrentTime = date is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null };
}
