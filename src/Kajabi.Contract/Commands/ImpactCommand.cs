using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Pipeline;
using Kajabi.Composer.Rules;
using Kajabi.Contract.Impact;
using Kajabi.Contract.Lint;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Sources;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

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
    ) => ReportRun.Run(settings, RuleIds, () => Check(basePath, revisionPath, baseOverlayPath, overlayPath), output, errors, isTerminal);

    /// <summary>Compares the SDK of two documents, each with its overlay.</summary>
    internal static ContractReport Check(string basePath, string revisionPath, string? baseOverlayPath, string? overlayPath)
    {
        SourceFile? overlay = overlayPath is null ? null : DocumentSource.Default.Load(overlayPath);
        SourceFile? baseOverlay =
            baseOverlayPath == overlayPath ? overlay
            : baseOverlayPath is null ? null
            : DocumentSource.Default.Load(baseOverlayPath);
        SourceFile before = DocumentSource.Default.Load(basePath);
        SourceFile after = DocumentSource.Default.Load(revisionPath);
        List<Finding> defects = [.. Linter.Check(before, baseOverlay), .. Linter.Check(after, overlay)];
        IReadOnlyDictionary<string, ApiType> old = Surface(before, baseOverlay);
        IReadOnlyDictionary<string, ApiType> now = Surface(after, overlay);
        ContractReport report = new(
            before.Path,
            after.Path,
            [.. ApiComparer.Compare(old, now), .. HandwrittenComparer.Compare(old, now)],
            defects
        );
        return report with { Conclusion = VersionBump.From(report.Findings) };
    }

    /// <summary>Returns the public API that is generated for a document.</summary>
    internal static IReadOnlyDictionary<string, ApiType> Surface(SourceFile contract, SourceFile? overlay)
    {
        // The linter has already reported the defects, so they are repaired silently here.
        FindingCollector ignored = new(contract.Path, isLenient: true);
        if (overlay is not null)
        {
            new OverlayApplier(overlay, ignored).ApplyTo(contract.Root);
        }

        JObject? composed = ContractComposer.Compose(contract.Root, ignored);
        UnreadableFileException.ThrowIfRejected(ignored);
        return ApiSurface.Create(composed!);
    }
}
