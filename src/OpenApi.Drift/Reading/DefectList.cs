using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Reading;

/// <summary>Collects the defects of one of the two files. They are reported separately and never counted as drift.</summary>
/// <param name="file">The file.</param>
/// <param name="isBase">Whether it is the base.</param>
internal sealed class DefectList(string file, bool isBase)
{
    private readonly Dictionary<(string Rule, JToken Node), ContractFinding> _defects = [];

    public IEnumerable<ContractFinding> All => _defects.Values;

    public void Add(Rule rule, JToken node, string problem)
    {
        SourcePosition position = SourcePosition.From(file, node);

        // Both files can have a defect at the same location, so the side is part of it.
        string side = isBase ? "base" : "revision";
        _defects.TryAdd(
            (rule.Id, node),
            new ContractFinding(
                rule.Id,
                Severity.Warning,
                string.Empty,
                Direction.None,
                $"{side} {node.Path}",
                null,
                null,
                $"{problem} {rule.Remedy}"
            )
            {
                Position = position,
            }
        );
    }
}
