namespace OpenApi.Drift.Schemas;

/// <summary>A condition: <c>if</c>, <c>then</c>, <c>else</c>.</summary>
/// <param name="If">The condition.</param>
/// <param name="Then">The schema if the condition matches.</param>
/// <param name="Else">The schema if it does not match.</param>
internal sealed record SchemaCondition(SchemaReference If, SchemaReference Then, SchemaReference Else);
