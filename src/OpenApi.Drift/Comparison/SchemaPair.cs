using Newtonsoft.Json.Linq;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>The two versions of a schema, with their own changes and the pairs of nested schemas.</summary>
internal sealed class SchemaPair(
    SchemaComparison comparison,
    SchemaReference before,
    SchemaReference after,
    MessageDirection direction,
    bool ignoresNull
)
{
    private readonly List<SchemaChange> _own = [];
    private readonly List<NestedPair> _inner = [];

    public SchemaComparison Comparison { get; } = comparison;

    public SchemaReference BeforeSource { get; } = before;

    public SchemaReference AfterSource { get; } = after;

    public NormalizedSchema Before => BeforeSource.Schema;

    public NormalizedSchema After => AfterSource.Schema;

    /// <summary>Gets the types whose keywords are compared. Of a contradicting type, only the meaning that both sides have.</summary>
    public JsonTypes ComparedTypes =>
        Before.HasContradictingType || After.HasContradictingType ? Before.Types & After.Types : Before.Types | After.Types;

    public MessageDirection MessageDirection { get; } = direction;

    /// <summary>Gets whether null is compared by the enclosing schema, as with alternatives.</summary>
    public bool IgnoresNull { get; } = ignoresNull;

    public IReadOnlyList<SchemaChange> Own => _own;

    public IReadOnlyList<NestedPair> Inner => _inner;

    public void Add(SchemaRule rule, string? before, string? after, string segment = "") =>
        Add(rule, before, after, segment, IsRemoval(before, after) ? Before : After);

    public void Add(SchemaRule rule, string? before, string? after, string segment, NormalizedSchema source)
    {
        (NormalizedSchema enclosing, NormalizedSchema other) = IsRemoval(before, after) ? (Before, After) : (After, Before);
        _own.Add(new SchemaChange(rule, segment, before, after, Written(source) ?? Written(enclosing) ?? Written(other) ?? source.Node));
    }

    private static bool IsRemoval(string? before, string? after) => before is not null && after is null;

    /// <summary>Returns the node of a schema; null if it is not declared in the file.</summary>
    private static JToken? Written(NormalizedSchema schema) => schema.Node.Parent is null ? null : schema.Node;

    /// <summary>Adds the pair of a nested schema.</summary>
    /// <param name="segment">The segment of the JSON path; empty for another schema of the same value.</param>
    /// <param name="before">The schema of the base; null for the schema that every value matches.</param>
    /// <param name="after">The schema of the revision; null for the schema that every value matches.</param>
    public void AddNested(string segment, SchemaReference? before, SchemaReference? after) =>
        _inner.Add(new NestedPair(segment, Comparison.Pair(before, after, MessageDirection, ignoresNull: segment.Length == 0)));

    /// <summary>Adds the pair of a subtype, which the value can have as well.</summary>
    public void AddSubtype(string segment, SchemaReference before, SchemaReference after) =>
        _inner.Add(new NestedPair(segment, Comparison.Pair(before, after, MessageDirection, ignoresNull: true)) { IsSubtype = true });
}
