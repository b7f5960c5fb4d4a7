namespace OpenApi.Drift.Reading;

/// <summary>The date from which an operation may be removed.</summary>
/// <param name="Date">The date; null if the text is not a date.</param>
/// <param name="Text">The date as declared.</param>
internal sealed record SunsetDate(DateTimeOffset? Date, string Text);
