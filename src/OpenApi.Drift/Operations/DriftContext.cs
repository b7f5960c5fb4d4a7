using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Comparison;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Operations;

/// <summary>The two documents under comparison, and the findings.</summary>
/// <param name="before">The base.</param>
/// <param name="after">The revision.</param>
/// <param name="maxLocations">The maximum number of locations at which a change is reported separately.</param>
internal sealed class DriftContext(ContractDocument before, ContractDocument after, int maxLocations)
{
    private readonly FindingGroups _findings = new(maxLocations);

    /// <summary>Gets the time with which sunset dates are compared.</summary>
    public required DateTimeOffset Now { get; init; }

    public ContractDocument Before { get; } = before;

    public ContractDocument After { get; } = after;

    public SchemaComparison Schemas { get; } = new(before.Schemas, after.Schemas, maxLocations);

    public IEnumerable<Finding> Findings => _findings.All;

    /// <param name="rule">The rule.</param>
    /// <param name="scope">The operation.</param>
    /// <param name="location">The location in the operation.</param>
    /// <param name="values">The old and the new value.</param>
    /// <param name="node">The node to report as the source position: in the revision, or in the base if the revision has none.</param>
    /// <param name="change">The change of a schema, if it is one.</param>
    public void Add(
        Rule rule,
        OperationScope scope,
        string location,
        (string? Before, string? After) values,
        JToken node,
        SchemaChange? change = null
    )
    {
        bool isInBase = node.Root == Before.Root;
        if (_findings.Count == WorkLimits.MaxFindings)
        {
            throw new WorkLimitException(node, $"The comparison finds more than {WorkLimits.MaxFindings:N0} differences.");
        }

        _findings.Add(
            node,
            change,
            new Finding(
                rule,
                new FindingLocation(scope.Operation, (scope.Prefix + location).Trim())
                {
                    Direction = rule.Direction,
                    // The line of the name identifies a schema better than its first line.
                    Position = SourcePosition.From((isInBase ? Before : After).File, node.Parent is JProperty named ? named : node),
                },
                rule.Title
            )
            {
                Severity = scope.IsCallback ? rule.CallbackSeverity : rule.Severity,
                Before = values.Before,
                After = values.After,
            }
        );
    }

    /// <summary>Compares two schemas.</summary>
    /// <param name="schemaLocation">The part of a message that they describe.</param>
    /// <param name="scope">The operation.</param>
    /// <param name="location">The location in the operation, to which the JSON path is appended.</param>
    /// <param name="beforeSchema">The schema of the base.</param>
    /// <param name="afterSchema">The schema of the revision.</param>
    public void CompareSchemas(
        SchemaLocation schemaLocation,
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
                schemaLocation.IsRequest ? MessageDirection.Request : MessageDirection.Response
            )
        )
        {
            Rule rule = change.Rule.At(schemaLocation, change.Path.Length == 0);
            Add(rule, scope, $"{location} {ValuePath.Text(change.Path)}", (change.Before, change.After), change.Node, change);
        }
    }
}
