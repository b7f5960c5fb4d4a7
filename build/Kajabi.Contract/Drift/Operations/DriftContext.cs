using Kajabi.Contract.Drift.Comparison;
using Kajabi.Contract.Drift.Model;
using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Drift.Schemas;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Operations;

/// <summary>The two contracts under comparison, and what was found so far.</summary>
/// <param name="before">The base.</param>
/// <param name="after">The revision.</param>
internal sealed class DriftContext(ContractDocument before, ContractDocument after)
{
    private readonly List<ContractFinding> _findings = [];

    public ContractDocument Before { get; } = before;

    public ContractDocument After { get; } = after;

    public SchemaComparison Schemas { get; } = new(before.Schemas, after.Schemas);

    public IReadOnlyList<ContractFinding> Findings => _findings;

    /// <param name="rule">What happened.</param>
    /// <param name="scope">To which operation.</param>
    /// <param name="location">Where in it.</param>
    /// <param name="values">What stood there and stands there now.</param>
    /// <param name="place">What to show: what stands in the revision, or in the base where the revision has nothing.</param>
    public void Add(DriftRule rule, OperationScope scope, string location, (string? Before, string? After) values, JToken place)
    {
        bool isInBase = place.Root == Before.Root;
        if (_findings.Count == WorkLimits.MaxFindings)
        {
            throw new WorkLimitException(place, $"The comparison finds more than {WorkLimits.MaxFindings:N0} differences.");
        }

        _findings.Add(
            new ContractFinding(
                rule.Id,
                rule.Severity(scope.IsCallback),
                scope.Operation,
                rule.Direction,
                (scope.Prefix + location).Trim(),
                values.Before,
                values.After,
                rule.Sentence
            )
            {
                // The name above a schema says more than the line where the schema begins.
                Position = SourcePosition.From((isInBase ? Before : After).File, place.Parent is JProperty named ? named : place),
            }
        );
    }

    /// <summary>Compares two schemas.</summary>
    /// <param name="place">What they describe.</param>
    /// <param name="scope">In which operation.</param>
    /// <param name="location">Where in it; the JSON path comes behind.</param>
    /// <param name="beforeSchema">That of the base.</param>
    /// <param name="afterSchema">That of the revision.</param>
    public void CompareSchemas(
        SchemaLocation place,
        OperationScope scope,
        string location,
        SchemaReference beforeSchema,
        SchemaReference afterSchema
    )
    {
        foreach (
            SchemaChange change in Schemas.Changes(
                beforeSchema,
                afterSchema,
                place.IsRequest ? MessageDirection.Request : MessageDirection.Response
            )
        )
        {
            DriftRule rule = change.Rule.At(place, change.Path.Length == 0);
            Add(rule, scope, $"{location} {JsonPath.Text(change.Path)}", (change.Before, change.After), change.Place);
        }
    }
}
