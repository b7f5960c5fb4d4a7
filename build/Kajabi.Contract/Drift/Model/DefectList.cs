using Kajabi.Contract.Diagnostics;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>Collects what is wrong in one of the two files by itself. It is named beside the drift and never counted as such.</summary>
/// <param name="file">The file.</param>
/// <param name="isBase">Whether it is the base.</param>
internal sealed class DefectList(string file, bool isBase)
{
    private readonly Dictionary<(string Rule, JToken Place), ContractFinding> _defects = [];

    public IEnumerable<ContractFinding> All => _defects.Values;

    public void Add(Rule rule, JToken place, string problem)
    {
        SourcePosition position = SourcePosition.From(file, place);

        // The file belongs to the identity: both files can be wrong at the same place.
        string side = isBase ? "base" : "revision";
        _defects.TryAdd(
            (rule.Id, place),
            new ContractFinding(
                rule.Id,
                Severity.Warning,
                string.Empty,
                Direction.None,
                $"{side} {place.Path}",
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
