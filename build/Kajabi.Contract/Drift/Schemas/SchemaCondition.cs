namespace Kajabi.Contract.Drift.Schemas;

/// <summary>A condition: <c>if</c>, <c>then</c>, <c>else</c>.</summary>
/// <param name="If">What is asked.</param>
/// <param name="Then">What holds when it fits.</param>
/// <param name="Else">What holds when it does not.</param>
internal sealed record SchemaCondition(SchemaReference If, SchemaReference Then, SchemaReference Else);
