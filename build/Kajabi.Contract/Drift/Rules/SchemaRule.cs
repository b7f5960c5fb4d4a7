namespace Kajabi.Contract.Drift.Rules;

/// <summary>One kind of change in a schema; with a place it becomes a <see cref="DriftRule"/>.</summary>
/// <param name="Change">The second half of the id, such as <c>max-length-decreased</c>.</param>
/// <param name="Effect">What it does to the values.</param>
/// <param name="Sentence">What happened, for people.</param>
internal sealed record SchemaRule(string Change, Effect Effect, string Sentence)
{
    /// <summary>The id where a request is concerned, when oasdiff does not build it from place and change.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id where an answer is concerned, when oasdiff does not build it from place and change.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The one direction in which it can be seen, as with read-only; null for both.</summary>
    public string? OnlyIn { get; init; }

    /// <summary>Whether it always concerns something inside a value and never the value itself.</summary>
    public bool IsInside { get; init; }

    public bool HoldsIn(SchemaLocation place) => OnlyIn is null || OnlyIn == place.Direction;

    /// <summary>The ids that it can have.</summary>
    public IEnumerable<string> Ids =>
        SchemaLocation
            .All.Where(HoldsIn)
            .SelectMany(place =>
                IsInside ? [At(place, isWhole: false).Id] : new[] { At(place, isWhole: true).Id, At(place, isWhole: false).Id }
            )
            .Distinct();

    public DriftRule At(SchemaLocation place, bool isWhole)
    {
        string id = (place.IsRequest ? RequestId : ResponseId) ?? $"{(isWhole ? place.Whole : place.Property)}-{Change}";
        return new DriftRule(id, Effect, place.Direction, Sentence);
    }
}
