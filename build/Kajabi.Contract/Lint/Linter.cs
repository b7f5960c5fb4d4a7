using Kajabi.Contract.Compose;
using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Overlay;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Lint;

/// <summary>Finds what is wrong in a contract by itself: what the composer would have to repair, and what it would never notice.</summary>
internal static class Linter
{
    /// <summary>The ids that a contract can break.</summary>
    public static IReadOnlyCollection<string> RuleIds { get; } =
    [
        Rule.DanglingReference.Id,
        Rule.DuplicateParameter.Id,
        Rule.KeywordBesideProperties.Id,
        Rule.NameNeedsNumber.Id,
        Rule.MalformedOverlay.Id,
        Rule.UntypedResource.Id,
        Rule.UntypedRelationship.Id,
        Rule.UnsupportedSchema.Id,
        Rule.UndeclaredPathParameter.Id,
        Rule.DuplicateKey.Id,
        Rule.UnusedPathParameter.Id,
        Rule.AnswerWithoutSchema.Id,
        Rule.ContradictingNullability.Id,
        Rule.PropertyWithoutSchema.Id,
        Rule.UnrecognisedAnswer.Id,
        Rule.WrongShape.Id,
        Rule.UnsafeName.Id,
        Rule.InvalidIdentifier.Id,
        Rule.NameWithoutIdentifier.Id,
        Rule.DuplicateEnumValue.Id,
        Rule.InvalidKey.Id,
    ];

    /// <param name="contract">The contract, which stays as it is.</param>
    /// <param name="overlay">What repairs it first; null to check it as it stands.</param>
    /// <exception cref="UnreadableFileException">The file is no OpenAPI document.</exception>
    public static IReadOnlyList<ContractFinding> Check(SourceFile contract, SourceFile? overlay)
    {
        JObject root = (JObject)contract.Root.DeepClone();
        FindingCollector findings = new(contract.Path, isLenient: true);
        if (overlay is not null)
        {
            new OverlayApplier(overlay, findings).ApplyTo(root);
        }

        new StructureRepairer(findings).Check(root);
        ReferenceLint.Check(root, findings);
        PathParameterLint.Check(root, findings);
        SchemaLint.Check(root, findings);
        ResponseLint.CheckSchemas(root, findings);

        // The composer repairs what it reads, so it comes last and gets a copy.
        JObject? composed = Composer.Compose((JObject)root.DeepClone(), findings);
        if ((composed is null && findings.Fatal.Count == 0) || findings.All.Any(static finding => finding.Rule == Rule.NotOpenApi))
        {
            throw new UnreadableFileException(
                contract.Path,
                1,
                1,
                $"The file says no `openapi: 3.x` or has no `paths`. {Rule.NotOpenApi.Remedy}"
            );
        }

        if (composed is not null)
        {
            ResponseLint.CheckShapes(root, composed, findings);
        }

        // Whether the overlay still fits is a question that compose answers.
        IEnumerable<Finding> ofContract = findings.All.Where(static finding => finding.Rule != Rule.ActionMatchesNothing);
        return
        [
            .. contract
                .DuplicateKeys.Select(key => Duplicate(contract.Path, key))
                .Concat(ofContract.Select(Finding))
                .GroupBy(static finding => finding.Fingerprint)
                .Select(Once),
        ];
    }

    private static ContractFinding Finding(Finding finding) =>
        new(
            finding.Rule.Id,
            finding.Rule.Severity,
            finding.Place.Operation,
            Direction.None,
            finding.Place.Location,
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
            $"The key `{key.Name}` stands more than once in one mapping. {Rule.DuplicateKey.Remedy}"
        )
        {
            Position = new SourcePosition(file, key.Line, key.Column),
        };

    /// <summary>What is wrong several times in one place, such as a parameter that stands six times, is one finding.</summary>
    private static ContractFinding Once(IEnumerable<ContractFinding> same)
    {
        List<ContractFinding> all = [.. same];
        return all.Count == 1 ? all[0] : all[0] with { Count = all.Count };
    }
}
