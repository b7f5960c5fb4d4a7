namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>A change of one schema, and what the way there and the way back are called.</summary>
/// <param name="Before">The one schema, as JSON.</param>
/// <param name="After">The other.</param>
/// <param name="Forth">Effect and change from the one to the other, such as <c>N max-length-decreased</c>.</param>
/// <param name="Back">The same for the way back.</param>
/// <param name="Path">The JSON path below the schema where it shows.</param>
internal sealed record SchemaEdit(string Before, string After, string Forth, string Back, string Path = "")
{
    /// <summary>Whether it only means something for a property, and only in one direction.</summary>
    public string? OnlyFor { get; init; }
}
