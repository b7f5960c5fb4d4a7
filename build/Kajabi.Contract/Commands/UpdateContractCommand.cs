using System.CommandLine;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Take;

namespace Kajabi.Contract.Commands;

/// <summary><c>take</c>: our contract follows a version of the vendor's.</summary>
internal static class UpdateContractCommand
{
    public static Command Create()
    {
        Argument<string> vendor = new("vendor") { Description = "The vendor's version." };
        Option<string> contract = new("--contract")
        {
            Description = "Our contract, which is rewritten.",
            DefaultValueFactory = static _ => Path.Combine("openapi", "openapi.yaml"),
        };
        Option<string?> overlay = OverlayOption.Create();
        Command command = new(
            "take",
            "Rewrite our contract with the structure of the vendor's version in our own words, and report the impact."
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
    ) =>
        ReportRun.Run(settings, Impact.ApiComparer.RuleIds, () => Check(vendorPath, contractPath, overlayPath), output, errors, isTerminal);

    private static ContractReport Check(string vendorPath, string contractPath, string? overlayPath)
    {
        (string text, IReadOnlyList<ContractLocation> silent) = ContractUpdater.Take(
            SourceFile.Load(contractPath),
            SourceFile.Load(vendorPath)
        );

        // The impact is judged before our file changes, since it compares with what the file was.
        ContractReport impact = ImpactCommand.Check(contractPath, vendorPath, overlayPath);
        ReportFile.Write(text, contractPath);
        return impact with { Defects = [.. impact.Defects, .. silent.Select(Silent)] };
    }

    private static ContractFinding Silent(ContractLocation place) =>
        new(
            Rule.WithoutWords.Id,
            Rule.WithoutWords.Severity,
            place.Operation,
            Direction.None,
            place.Location,
            null,
            null,
            $"Nothing describes this place yet. {Rule.WithoutWords.Remedy}"
        );
}
