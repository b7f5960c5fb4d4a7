using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Payloads;

/// <summary>A location in a recorded document, the same for all items of an array.</summary>
/// <param name="File">The file; empty for a response of a live check.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Direction">The direction.</param>
/// <param name="Prefix">The status code and the media type.</param>
/// <param name="Path">The path in the document, such as <c>data[].attributes.name</c>.</param>
internal sealed record PayloadLocation(string File, string Operation, Direction Direction, string Prefix, string Path = "")
{
    public string Location => $"{Prefix} {(Path.Length == 0 ? "$" : Path)}".TrimStart();

    public PayloadLocation Member(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public PayloadLocation Each() => this with { Path = $"{Path}[]" };
}
