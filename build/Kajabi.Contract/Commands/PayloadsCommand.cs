using System.CommandLine;
using Kajabi.Contract.Payloads;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Commands;

/// <summary><c>payloads</c>: recorded documents against the contract.</summary>
internal static class PayloadsCommand
{
    public static Command Create()
    {
        Argument<string> documents = new("documents") { Description = "A recorded document, or a folder of them." };
        Option<string> contract = new("--contract")
        {
            Description = "The contract.",
            DefaultValueFactory = static _ => Path.Combine("openapi", "openapi.yaml"),
        };
        Option<string?> overlay = OverlayOption.Create();
        Option<string?> suggest = new("--suggest")
        {
            Description = "Where to write overlay actions that would make the contract cover what was found.",
        };
        Command command = new("payloads", "Hold recorded documents against the contract, strictly.")
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
            DeviationCollector.RuleIds,
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
            string first = recorded.Defects.Count > 0 ? $" {recorded.Defects[0].Position}: {recorded.Defects[0].Message}" : string.Empty;
            throw new UnreadableFileException(documents, 1, 1, $"No recorded document could be read here, so nothing was checked.{first}");
        }

        DeviationCollector departures = new();
        DocumentChecker checker = new(contract.Root, contract.Model, departures);
        foreach (RecordedDocument document in recorded.Documents)
        {
            checker.Check(document);
        }

        if (suggestPath is not null)
        {
            ReportFile.Write(OverlayWriter.Write(departures.Suggestions), suggestPath);
        }

        return new ContractReport(contractPath, documents, departures.Findings, recorded.Defects);
    }
}
