using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Lint;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Sources;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Commands;

/// <summary><c>lint</c>: reports errors within an OpenAPI document.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        Argument<string> contract = new("contract") { Description = $"The OpenAPI document: {DocumentSource.Forms}." };
        Option<string?> overlay = OverlayOption.Create();
        Command command = new("lint", "Report errors within an OpenAPI document.") { contract, overlay };
        ReportOptions report = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(contract)!,
                OverlayOption.Path(parsed.GetValue(overlay), DocumentSource.LocalPath(parsed.GetValue(contract)!)),
                report.Read(parsed, parsed.GetValue(contract)!),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted
            )
        );
        return command;
    }

    internal static int Run(
        string contractPath,
        string? overlayPath,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) =>
        ReportRun.Run(settings, RuleCatalog.Ids(RuleCategory.Contract), () => Check(contractPath, overlayPath), output, errors, isTerminal);

    private static ContractReport Check(string contractPath, string? overlayPath)
    {
        SourceFile contract = DocumentSource.Default.Load(contractPath);
        SourceFile? overlay = overlayPath is null ? null : SourceFile.Load(overlayPath);
        return new ContractReport(contract.Path, null, Linter.Check(contract, overlay), []);
    }
}
