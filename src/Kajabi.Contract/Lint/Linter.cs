using Kajabi.Composer;
using Kajabi.Composer.Overlay;
using Kajabi.Composer.Validation;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Lint;

/// <summary>Finds errors within an OpenAPI document: those that the composer repairs, and those that it ignores.</summary>
internal static class Linter
{
    /// <summary>Gets the ids of the rules that are checked.</summary>
    public static IReadOnlyCollection<string> RuleIds { get; } =
    [
        Rule.DanglingReference.Id,
        Rule.DuplicateParameter.Id,
        Rule.KeywordBesideProperties.Id,
        Rule.NameNeedsNumber.Id,
        Rule.UntypedResource.Id,
        Rule.UntypedRelationship.Id,
        Rule.UnsupportedSchema.Id,
        Rule.UndeclaredPathParameter.Id,
        Rule.DuplicateKey.Id,
        Rule.UnusedPathParameter.Id,
        Rule.ResponseWithoutSchema.Id,
        Rule.ContradictingNullability.Id,
        Rule.PropertyWithoutSchema.Id,
        Rule.UnrecognizedResponse.Id,
        Rule.InvalidStructure.Id,
        Rule.UnsafeName.Id,
        Rule.InvalidIdentifier.Id,
        Rule.NameWithoutIdentifier.Id,
        Rule.DuplicateEnumValue.Id,
        Rule.InvalidKey.Id,
        Rule.ActionWithoutReason.Id,
        Rule.UnsupportedOperation.Id,
        Rule.KeywordOfOtherType.Id,
        Rule.NewerVersion.Id,
    ];

    /// <param name="contract">The document, which is not changed.</param>
    /// <param name="overlay">The overlay to apply first; null for none.</param>
    /// <exception cref="UnreadableFileException">The file is not an OpenAPI document, or the overlay is malformed.</exception>
    public static IReadOnlyList<ContractFinding> Check(SourceFile contract, SourceFile? overlay)
    {
        JObject root = (JObject)contract.Root.DeepClone();
        FindingCollector findings = new(contract.Path, isLenient: true);
        if (overlay is not null)
        {
            new OverlayApplier(overlay, findings).ApplyTo(root);
            UnreadableFileException.ThrowIfRejected(findings);
            OverlayLint.Check(overlay, findings);
        }

        new StructureRepairer(findings).Repair(root);
        ReferenceLint.Check(root, findings);
        PathParameterLint.Check(root, findings);
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
        IEnumerable<Finding> documentFindings = findings.All.Where(static finding => finding.Rule != Rule.ActionMatchesNothing);
        return
        [
            .. contract
                .DuplicateKeys.Select(key => Duplicate(contract.Path, key))
                .Concat(documentFindings.Select(Finding))
                .GroupBy(static finding => finding.Fingerprint)
                .Select(Merge),
        ];
    }

    private static ContractFinding Finding(Finding finding) =>
        new(
            finding.Rule.Id,
            finding.Rule.Severity,
            finding.Location.Operation,
            Direction.None,
            finding.Location.Pointer,
            null,
            null,
            finding.Message
        )
        {
            Position = new SourcePosition(finding.File, finding.Line, finding.Column),
        };

    private static ContractFinding Duplicate(string file, DuplicateKey key) =>
        new(
            Rule.DuplicateKey.Id,
            Rule.DuplicateKey.Severity,
            string.Empty,
            Direction.None,
            key.Path,
            null,
            null,
            $"The key `{key.Name}` occurs more than once in the same mapping. {Rule.DuplicateKey.Remedy}"
        )
        {
            Position = new SourcePosition(file, key.Line, key.Column),
        };

    /// <summary>Merges findings with the same location, such as a parameter that is declared six times, into one with a count.</summary>
    private static ContractFinding Merge(IEnumerable<ContractFinding> same)
    {
        List<ContractFinding> all = [.. same];
        return all.Count == 1 ? all[0] : all[0] with { Count = all.Count };
    }
}
