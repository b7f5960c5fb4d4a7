using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Drift.Schemas;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>A schema of the base and the one of the revision that stands for it: what differs in themselves, and the pairs inside.</summary>
internal sealed class SchemaPair(
    SchemaComparison comparison,
    SchemaReference before,
    SchemaReference after,
    MessageDirection sending,
    bool ignoresNull
)
{
    private readonly List<SchemaChange> _own = [];
    private readonly List<(string Segment, SchemaPair Pair)> _inner = [];

    public SchemaComparison Comparison { get; } = comparison;

    public SchemaReference BeforeSource { get; } = before;

    public SchemaReference AfterSource { get; } = after;

    public NormalizedSchema Before => BeforeSource.Schema;

    public NormalizedSchema After => AfterSource.Schema;

    public MessageDirection MessageDirection { get; } = sending;

    /// <summary>Whether null is the concern of the schema around, as with alternatives.</summary>
    public bool IgnoresNull { get; } = ignoresNull;

    public IReadOnlyList<SchemaChange> Own => _own;

    public IReadOnlyList<(string Segment, SchemaPair Pair)> Inner => _inner;

    public void Add(SchemaRule rule, string? before, string? after, string segment = "") =>
        Add(rule, before, after, segment, after is null && before is not null ? Before : After);

    public void Add(SchemaRule rule, string? before, string? after, string segment, NormalizedSchema place) =>
        _own.Add(new SchemaChange(rule, segment, before, after, Written(place) ?? Written(After) ?? Written(Before) ?? place.Place));

    /// <summary>Where a schema is written; null for one that nobody wrote.</summary>
    private static JToken? Written(NormalizedSchema schema) => schema.Place.Parent is null ? null : schema.Place;

    /// <summary>Goes on inside.</summary>
    /// <param name="segment">The step in the JSON path; empty for another schema of the same value.</param>
    /// <param name="before">The schema of the base; null for one that everything fits.</param>
    /// <param name="after">The schema of the revision; null for one that everything fits.</param>
    public void Enter(string segment, SchemaReference? before, SchemaReference? after) =>
        _inner.Add((segment, Comparison.Pair(before, after, MessageDirection, ignoresNull: segment.Length == 0)));
}
