using System.CommandLine;
using Kajabi.Composer;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Pipeline;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Commands;

/// <summary><c>payloads</c>: compares recorded documents with the OpenAPI document.</summary>
internal static class PayloadsCommand
{
    public static Command Create()
    {
        Argument<string> documents = new("documents") { Description = "A recorded document, or a folder of recorded documents." };
        Option<string> contract = ContractOption.Create("The OpenAPI document.");
        Option<string?> overlay = OverlayOption.Create();
        Option<string?> suggest = new("--suggest")
        {
            Description = "The file to write overlay actions to that would declare the findings.",
        };
        Command command = new("payloads", "Report where recorded documents differ from the OpenAPI document.")
        {
            documents,
            contract,
            overlay,
            suggest,
        };
        ReportOptions report = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            string contractPath = parsed.GetValue(contract)!;
            return Run(
                parsed.GetValue(documents)!,
                contractPath,
                OverlayOption.Path(parsed.GetValue(overlay), contractPath),
                parsed.GetValue(suggest),
                report.Read(parsed, contractPath),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted
            );
        });
        return command;
    }

    internal static int Run(
        string documents,
        string contractPath,
        string? overlayPath,
        string? suggestPath,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) =>
        ReportRun.Run(
            settings,
            RuleCatalog.Ids(RuleCategory.Payload),
            () => Check(documents, contractPath, overlayPath, suggestPath),
            output,
            errors,
            isTerminal
        );

    private static ContractReport Check(string documents, string contractPath, string? overlayPath, string? suggestPath)
    {
        ComposedContract contract = ComposedContract.Load(contractPath, overlayPath);
        RecordedFolder recorded = new(contract.Model.Operations);
        recorded.Read(documents);
        if (recorded.Documents.Count == 0)
        {
            string first =
                recorded.Defects.Count > 0 ? $" {recorded.Defects[0].Location.Position}: {recorded.Defects[0].Message}" : string.Empty;
            throw new UnreadableFileException(documents, 1, 1, $"No recorded document could be read, so nothing was checked.{first}");
        }

        DeviationCollector deviations = new();
        DocumentChecker checker = new(contract.Root, contract.Model, deviations);
        foreach (RecordedDocument document in recorded.Documents)
        {
            checker.Check(document);
        }

        if (suggestPath is not null)
        {
            OutputFile.Write(OverlayWriter.Write(deviations.Suggestions), suggestPath);
        }

        return new ContractReport(contractPath, documents, deviations.Findings, recorded.Defects);
    }
}
