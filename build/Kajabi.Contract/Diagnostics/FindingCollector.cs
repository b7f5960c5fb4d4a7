using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Diagnostics;

/// <summary>Collects findings. For our own contract each is an error; for any other file a warning with the obvious reading.</summary>
/// <param name="file">The file that the tokens come from.</param>
/// <param name="isLenient">Whether defects are repaired with a warning.</param>
internal sealed class FindingCollector(string file, bool isLenient)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasErrors => _findings.Exists(static finding => finding.IsError);

    /// <summary>Gets the findings that reject the contract however it is read.</summary>
    public IReadOnlyList<Finding> Fatal => [.. _findings.Where(static finding => finding.Rule.IsFatal)];

    /// <param name="rule">The rule that is broken.</param>
    /// <param name="place">Where.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="inFile">The file, where it is another one.</param>
    /// <param name="isExpected">Whether it is told and no error, even for our own contract.</param>
    public void Add(Rule rule, JToken place, string problem, string? inFile = null, bool isExpected = false)
    {
        SourcePosition position = SourcePosition.Of(inFile ?? file, place);
        Finding finding = new(
            rule,
            rule.IsFatal || (!isLenient && !isExpected),
            position.File,
            position.Line,
            position.Column,
            ContractLocation.Of(place),
            $"{problem} {rule.Remedy}"
        );

        // A schema that many operations refer to is read many times and wrong once.
        if (_known.Add(finding))
        {
            _findings.Add(finding);
        }
    }
}
