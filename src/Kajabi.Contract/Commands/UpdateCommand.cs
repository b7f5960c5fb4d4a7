using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Impact;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Update;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Commands;

/// <summary><c>update</c>: updates our OpenAPI document to a version of the vendor's.</summary>
internal static class UpdateCommand
{
    public static Command Create()
    {
        Argument<string> vendor = new("vendor") { Description = "The vendor's new version of the OpenAPI document." };
        Option<string> contract = ContractOption.Create("Our OpenAPI document, which is overwritten.");
        Option<string?> overlay = OverlayOption.Create();
        Command command = new(
            "update",
            "Update our OpenAPI document to the vendor's version, keep our descriptions, and report the impact."
        )
        {
            vendor,
            contract,
            overlay,
        };
        ReportOptions report = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            string contractPath = parsed.GetValue(contract)!;
            return Run(
                parsed.GetValue(vendor)!,
                contractPath,
                OverlayOption.Path(parsed.GetValue(overlay), contractPath),
                report.Read(parsed, contractPath),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted
            );
        });
        return command;
    }

    internal static int Run(
        string vendorPath,
        string contractPath,
        string? overlayPath,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) => ReportRun.Run(settings, ImpactCommand.RuleIds, () => Check(vendorPath, contractPath, overlayPath), output, errors, isTerminal);

    private static ContractReport Check(string vendorPath, string contractPath, string? overlayPath)
    {
        (string text, IReadOnlyList<FindingLocation> undescribed) = ContractUpdater.Update(
            SourceFile.Load(contractPath),
            SourceFile.Load(vendorPath)
        );

        // The impact is computed first, because it compares with our current file.
        ContractReport impact = ImpactCheck.Compare(contractPath, vendorPath, overlayPath, overlayPath);
        OutputFile.Write(text, contractPath);
        return impact with { Defects = [.. impact.Defects, .. undescribed.Select(Undescribed)] };
    }

    private static Finding Undescribed(FindingLocation location) =>
        new(UpdateRules.MissingDescription, location, $"The element has no description. {UpdateRules.MissingDescription.Remedy}");
}
