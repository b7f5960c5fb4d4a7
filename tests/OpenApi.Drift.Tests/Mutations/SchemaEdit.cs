namespace OpenApi.Drift.Tests.Mutations;

/// <summary>A change of a schema in both directions.</summary>
/// <param name="Before">The first schema, as JSON.</param>
/// <param name="After">The second schema, as JSON.</param>
/// <param name="Forward">The effects and changes, such as <c>N max-length-decreased</c>.</param>
/// <param name="Reverse">The effects and changes of the reverse change.</param>
/// <param name="Path">The JSON path of the change relative to the schema.</param>
internal sealed record SchemaEdit(string Before, string After, string Forward, string Reverse, string Path = "")
{
    /// <summary>The only direction in which the change is reported; null for both.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>The effects and changes of the first change in a query parameter, if they differ.</summary>
    public string? ForwardInQuery { get; init; }
}
