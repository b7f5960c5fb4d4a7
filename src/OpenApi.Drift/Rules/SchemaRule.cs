using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>A kind of change of a schema. With a location it becomes a <see cref="Rule"/>.</summary>
/// <param name="Change">The suffix of the id, such as <c>max-length-decreased</c>.</param>
/// <param name="Effect">The effect on compatibility.</param>
/// <param name="Message">The message of the finding.</param>
internal sealed record SchemaRule(string Change, CompatibilityEffect Effect, string Message)
{
    /// <summary>Gets the id in requests, if it is not composed of location and change.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the id in responses, if it is not composed of location and change.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Gets the only direction in which the change is visible, as with read-only; null for both.</summary>
    public Direction? OnlyIn { get; init; }

    /// <summary>Gets whether the change is always in a nested value and never in the value itself.</summary>
    public bool IsNested { get; init; }

    public bool AppliesTo(SchemaLocation location) => OnlyIn is null || OnlyIn == location.Direction;

    /// <summary>Gets the rules of all locations.</summary>
    public IEnumerable<Rule> Rules =>
        SchemaLocation
            .All.Where(AppliesTo)
            .SelectMany(location =>
                IsNested ? [At(location, isWhole: false)] : new[] { At(location, isWhole: true), At(location, isWhole: false) }
            )
            .DistinctBy(static rule => rule.Id);

    public Rule At(SchemaLocation location, bool isWhole)
    {
        string id = (location.IsRequest ? RequestId : ResponseId) ?? $"{(isWhole ? location.ValuePrefix : location.NestedPrefix)}-{Change}";
        return new Rule(id, Effect, location.Direction, Message);
    }
}
