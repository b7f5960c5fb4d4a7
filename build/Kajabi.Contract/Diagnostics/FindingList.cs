using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Diagnostics;

/// <summary>Collects findings. For our own contract each is an error; for any other file a warning with the obvious reading.</summary>
/// <param name="file">The file that the tokens come from.</param>
/// <param name="isLenient">Whether defects are repaired with a warning.</param>
internal sealed class FindingList(string file, bool isLenient)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasErrors => _findings.Exists(static finding => finding.IsError);

    public void Add(Rule rule, JToken place, string problem, string? inFile = null)
    {
        IJsonLineInfo position = Positioned(place);
        Finding finding = new(rule, !isLenient, inFile ?? file, Math.Max(position.LineNumber, 1), Math.Max(position.LinePosition, 1), $"{problem} {rule.Remedy}");

        // A schema that many operations refer to is read many times and wrong once.
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>The token or, for one that the overlay made, the nearest one above that was read from a file.</summary>
    private static IJsonLineInfo Positioned(JToken token)
    {
        JToken at = token;
        while (!((IJsonLineInfo)at).HasLineInfo() && at.Parent is not null)
        {
            at = at.Parent;
        }

        return at;
    }
}
