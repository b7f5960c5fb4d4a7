using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Findings;

/// <summary>Collects findings: errors for our own OpenAPI document; repaired warnings for other files.</summary>
/// <param name="file">The file that contains the tokens.</param>
/// <param name="isLenient">Whether defects are repaired and reported as warnings.</param>
internal sealed class FindingCollector(string file, bool isLenient)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasErrors => _findings.Exists(static finding => finding.IsError);

    /// <summary>Gets the findings that are errors even for a lenient collector.</summary>
    public IReadOnlyList<Finding> Fatal => [.. _findings.Where(static finding => finding.Rule.IsFatal)];

    /// <summary>
    /// Gets the side of a comparison that the file is, <c>base</c> or <c>revision</c>; null if it is not compared.
    /// A defect of a side is not a change, so it is never breaking.
    /// </summary>
    public string? Side { get; init; }

    /// <param name="rule">The violated rule.</param>
    /// <param name="token">The location.</param>
    /// <param name="problem">The cause.</param>
    /// <param name="inFile">The file, if it is not the collector's.</param>
    /// <param name="isExpected">Whether it is a warning even for our own document.</param>
    public void Add(Rule rule, JToken token, string problem, string? inFile = null, bool isExpected = false)
    {
        // Both sides can have a defect at the same location, so the side is part of it.
        FindingLocation location = Side is null ? FindingLocation.From(token) : new FindingLocation(string.Empty, $"{Side} {token.Path}");
        Add(rule, location with { Position = SourcePosition.From(inFile ?? file, token) }, problem, isExpected);
    }

    /// <summary>Adds a finding about an element that is not part of the tree.</summary>
    public void Add(Rule rule, FindingLocation location, string problem, bool isExpected = false)
    {
        Finding finding = new(rule, location, $"{problem} {rule.Remedy}")
        {
            Severity = Side is null ? rule.Severity : Severity.Warning,
            IsError = rule.IsFatal || (!isLenient && !isExpected),
        };

        // A schema that many operations reference is read several times but reported once.
        if (_known.Add(finding))
        {
            _findings.Add(finding);
        }
    }
}
