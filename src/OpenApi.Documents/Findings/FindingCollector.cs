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

    /// <param name="rule">The violated rule.</param>
    /// <param name="token">The location.</param>
    /// <param name="problem">The cause.</param>
    /// <param name="inFile">The file, if it is not the collector's.</param>
    /// <param name="isExpected">Whether it is a warning even for our own document.</param>
    public void Add(Rule rule, JToken token, string problem, string? inFile = null, bool isExpected = false)
    {
        Add(rule, SourcePosition.From(inFile ?? file, token), ContractLocation.From(token), problem, isExpected);
    }

    /// <summary>Adds a finding about an element that is not part of the tree.</summary>
    public void Add(Rule rule, SourcePosition position, ContractLocation location, string problem, bool isExpected = false)
    {
        Finding finding = new(
            rule,
            rule.IsFatal || (!isLenient && !isExpected),
            position.File,
            position.Line,
            position.Column,
            location,
            $"{problem} {rule.Remedy}"
        );

        // A schema that many operations reference is read several times but reported once.
        if (_known.Add(finding))
        {
            _findings.Add(finding);
        }
    }
}
