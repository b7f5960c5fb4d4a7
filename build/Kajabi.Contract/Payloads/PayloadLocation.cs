namespace Kajabi.Contract.Payloads;

/// <summary>Where in a recorded document something stands; one place for all items of a list.</summary>
/// <param name="File">The file; empty for an answer that was just received.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Direction">The direction.</param>
/// <param name="Prefix">Status and media type.</param>
/// <param name="Path">The path in the document, such as <c>data[].attributes.name</c>.</param>
internal sealed record PayloadLocation(string File, string Operation, string Direction, string Prefix, string Path = "")
{
    public string Location => $"{Prefix} {(Path.Length == 0 ? "$" : Path)}".TrimStart();

    public PayloadLocation Member(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public PayloadLocation Each() => this with { Path = $"{Path}[]" };
}
