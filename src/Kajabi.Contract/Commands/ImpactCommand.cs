using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Rules;
using Kajabi.Contract.Impact;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Sources;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Commands;

/// <summary><c>impact</c>: reports the effect of a new OpenAPI document on users of the SDK.</summary>
internal static class ImpactCommand
{
    /// <summary>Gets the ids of the rules that the impact can violate.</summary>
    public static IReadOnlyCollection<string> RuleIds => [.. RuleCatalog.Ids(RuleCategory.Api), ComposerRules.HandwrittenCodeLeftOut.Id];

    public static Command Create()
    {
        Argument<string> contract = new("base")
        {
            Description = $"The OpenAPI document that the SDK is built from: {DocumentSource.Forms}.",
        };
        Argument<string> revision = new("revision") { Description = $"The OpenAPI document that replaces it: {DocumentSource.Forms}." };
        Option<string?> overlay = OverlayOption.Create();
        Option<string?> baseOverlay = new("--base-overlay")
        {
            Description =
                "The overlay of the base if it differs, such as HEAD~1:openapi/overlay.yaml, or `none`. "
                + "Default: the overlay of the revision.",
        };
        Command command = new("impact", "Report added, removed and changed SDK members and the required version bump.")
        {
            contract,
            revision,
            overlay,
            baseOverlay,
        };
        DocumentSource.RequireSingleStandardInput(command, [contract, revision], overlay, baseOverlay);
        ReportOptions report = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            (string before, string after) = (parsed.GetValue(contract)!, parsed.GetValue(revision)!);
            string? overlayPath = OverlayOption.Path(
                parsed.GetValue(overlay),
                DocumentSource.LocalPath(before),
                DocumentSource.LocalPath(after)
            );
            return Run(
                before,
                after,
                parsed.GetValue(baseOverlay) is { } specified ? OverlayOption.Path(specified) : overlayPath,
                overlayPath,
                report.Read(parsed, before),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted
            );
        });
        return command;
    }

    internal static int Run(
        string basePath,
        string revisionPath,
        string? baseOverlayPath,
        string? overlayPath,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) =>
        ReportRun.Run(
            settings,
            RuleIds,
            () => ImpactCheck.Compare(basePath, revisionPath, baseOverlayPath, overlayPath),
            output,
            errors,
            isTerminal
        );
}
