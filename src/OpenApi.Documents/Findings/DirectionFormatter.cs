namespace OpenApi.Documents.Findings;

/// <summary>Formats a direction, as in fingerprints and reports.</summary>
internal static class DirectionFormatter
{
    public static string Format(Direction direction) =>
        direction switch
        {
            Direction.Request => "request",
            Direction.Response => "response",
            _ => "none",
        };
}
