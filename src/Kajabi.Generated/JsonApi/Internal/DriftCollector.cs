using System.Text.RegularExpressions;

namespace Kajabi;

/// <summary>Takes note of what a document holds and the contract does not list, each thing once. Asked only when there is something.</summary>
internal sealed partial class DriftCollector
{
    private readonly HashSet<(ContractDriftKind Kind, string? ResourceType, string? Member, int Depth, string? Value)> _seen = [];
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The type of the resource that is being read.</summary>
    public string? ResourceType { get; set; }

    public void Add(ContractDriftKind kind, JsonCursor cursor, string? value = null)
    {
        string? shown = Shown(value);
        ResourceType = kind == ContractDriftKind.UnknownResourceType ? value : ResourceType;
        if (!_seen.Add((kind, ResourceType, cursor.Member, cursor.Depth, shown)))
        {
            return;
        }

        string path = cursor.Path;
        Match outside = Containers().Match(path);
        Finding finding = new(kind, outside.Success ? Shown(ResourceType) : null, Positions().Replace(path[outside.Length..], "[]"), shown);
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    // What else stands where a name belongs may be anything, and somebody's.
    private static string? Shown(string? text) => text is not null && Name().IsMatch(text) ? text : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:(?:data|included|payload)(?:\[\d+\])?\.?|\[\d+\]\.?)+")]
    private static partial Regex Containers();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Positions();

    public readonly record struct Finding(ContractDriftKind Kind, string? ResourceType, string Path, string? Value);
}
