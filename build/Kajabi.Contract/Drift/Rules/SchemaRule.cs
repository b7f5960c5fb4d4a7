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

    public DriftRule At(SchemaPlace place, bool isWhole)
    {
        string id = (place.IsRequest ? RequestId : ResponseId) ?? $"{(isWhole ? place.Whole : place.Property)}-{Change}";
        return new DriftRule(id, Effect, place.Direction, Sentence);
    }
}
