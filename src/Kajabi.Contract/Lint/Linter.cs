using Kajabi.Composer;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Pipeline;
using Kajabi.Composer.Rules;
using Kajabi.Composer.Validation;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Lint;

/// <summary>Finds errors within an OpenAPI document: those that the composer repairs, and those that it ignores.</summary>
internal static class Linter
{
    /// <param name="contract">The document, which is not changed.</param>
    /// <param name="overlay">The overlay to apply first; null for none.</param>
    /// <exception cref="UnreadableFileException">The file is not an OpenAPI document, or the overlay is malformed.</exception>
    public static IReadOnlyList<Finding> Check(SourceFile contract, SourceFile? overlay)
    {
        JObject root = (JObject)contract.Root.DeepClone();
        FindingCollector findings = new(contract.Path, isLenient: true);
        foreach (DuplicateKey key in contract.DuplicateKeys)
        {
            findings.Add(
                LintRules.DuplicateKey,
                new FindingLocation(string.Empty, key.Path) { Position = new SourcePosition(contract.Path, key.Line, key.Column) },
                $"The key `{key.Name}` occurs more than once in the same mapping."
            );
        }

        ComparisonLint.Check(contract, root, findings);
        if (overlay is not null)
        {
            new OverlayApplier(overlay, findings).ApplyTo(root);
            UnreadableFileException.ThrowIfRejected(findings);
            OverlayLint.Check(overlay, findings);
        }

        new StructureRepairer(findings).Repair(root);
        SecuritySchemeLint.Check(root, findings);
        PathParameterLint.Check(root, findings);
        FixedFieldLint.Check(root, findings);
        SchemaLint.Check(root, findings);
        ResponseLint.CheckSchemas(root, findings);

        // The composer changes its input, so it runs last and on a copy.
        JObject? composed = ContractComposer.Compose((JObject)root.DeepClone(), findings);
        UnreadableFileException.ThrowIfNotOpenApi(findings);
        if (composed is not null)
        {
            ResponseLint.CheckShapes(root, composed, findings);
        }

        // Unused overlay actions are reported by compose.
        return
        [
            .. findings
                .All.Where(static finding => finding.Rule != ComposerRules.ActionMatchesNothing)
                .GroupBy(static finding => finding.Fingerprint)
                .Select(Merge),
        ];
    }

    /// <summary>Merges findings with the same location, such as a parameter that is declared six times, into one with a count.</summary>
    private static Finding Merge(IEnumerable<Finding> same)
    {
        List<Finding> all = [.. same];
        return all.Count == 1 ? all[0] : all[0] with { Count = all.Count };
    }
}
