using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Pipeline;
using Kajabi.Contract.Lint;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Sources;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Impact;

/// <summary>Compares the SDKs that are generated from two OpenAPI documents.</summary>
internal static class ImpactCheck
{
    /// <summary>Compares the SDK of two documents, each with its overlay.</summary>
    public static ContractReport Compare(string basePath, string revisionPath, string? baseOverlayPath, string? overlayPath)
    {
        SourceFile? overlay = overlayPath is null ? null : DocumentSource.Default.Load(overlayPath);
        SourceFile? baseOverlay =
            baseOverlayPath == overlayPath ? overlay
            : baseOverlayPath is null ? null
            : DocumentSource.Default.Load(baseOverlayPath);
        return Compare(DocumentSource.Default.Load(basePath), DocumentSource.Default.Load(revisionPath), baseOverlay, overlay);
    }

    /// <summary>Returns the effect of API changes on code, if both documents can be composed with the default overlay.</summary>
    public static CodeImpact Estimate(SourceFile before, SourceFile after)
    {
        try
        {
            string? path = OverlayOption.Path(specified: null, DocumentSource.LocalPath(before.Path), DocumentSource.LocalPath(after.Path));
            SourceFile? overlay = path is null ? null : SourceFile.Load(path);
            ContractReport report = Compare(before, after, overlay, overlay);
            return new CodeImpact(report.Findings, report.Conclusion, Problem: null);
        }
        catch (UnreadableFileException exception)
        {
            return new CodeImpact([], Conclusion: null, $"No SDK can be generated from the documents. {exception.Message}");
        }
    }

    /// <summary>Returns the public API that is generated for a document.</summary>
    public static IReadOnlyDictionary<string, ApiType> Surface(SourceFile contract, SourceFile? overlay)
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

    private static ContractReport Compare(SourceFile before, SourceFile after, SourceFile? baseOverlay, SourceFile? overlay)
    {
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
}
