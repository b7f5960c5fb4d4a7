using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Comparison;

namespace OpenApi.Drift.Operations;

/// <summary>
/// Collects findings. A change of a shared component that is visible at more locations than the limit is one finding at the
/// component, with the number of locations.
/// </summary>
/// <param name="maxLocations">The limit.</param>
internal sealed class FindingGroups(int maxLocations)
{
    private readonly Dictionary<FindingGroupKey, Group> _groups = [];
    private readonly List<(Finding Finding, Group Group)> _findings = [];

    /// <summary>Gets the number of collected findings.</summary>
    public int Count => _findings.Count;

    /// <summary>Gets the findings that are reported.</summary>
    public IEnumerable<Finding> All =>
        _findings
            .Where(static entry => !entry.Group.IsGrouped)
            .Select(static entry => entry.Finding)
            .Concat(_groups.Where(static entry => entry.Value.IsGrouped).Select(static entry => AtComponent(entry.Key, entry.Value)));

    /// <param name="node">The changed node.</param>
    /// <param name="change">The change of a schema; null for another change.</param>
    /// <param name="finding">The finding at one of the locations.</param>
    public void Add(JToken node, SchemaChange? change, Finding finding)
    {
        string segment = change is null ? finding.Location.Path : ValuePath.Text(change.Segment);
        FindingGroupKey key = new(node, segment, finding.Rule.Id, finding.Severity, finding.Before, finding.After);
        if (!_groups.TryGetValue(key, out Group? group))
        {
            group = new Group(finding, maxLocations);
            _groups.Add(key, group);
        }

        group.Add(change?.Places ?? 1);
        if (!group.IsGrouped)
        {
            _findings.Add((finding, group));
        }
    }

    private static Finding AtComponent(FindingGroupKey key, Group group) =>
        group.First with
        {
            Location = group.First.Location with
            {
                Operation = string.Empty,
                Path = $"{JsonPointer.Format(key.Node)} {key.Segment}".TrimEnd(),
            },
            Message = $"{group.First.Message} One of its locations is `{group.First.Location.Operation}`, `{group.First.Location.Path}`.",
            Count = group.Places,
        };

    private sealed class Group(Finding first, int maxLocations)
    {
        public Finding First { get; } = first;

        public long Places { get; private set; }

        /// <summary>Gets whether the locations are not reported separately.</summary>
        public bool IsGrouped { get; private set; }

        public void Add(long places)
        {
            Places = Places > long.MaxValue - places ? long.MaxValue : Places + places;
            IsGrouped |= places > 1 || Places > maxLocations;
        }
    }
}
