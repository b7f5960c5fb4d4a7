namespace OpenApi.Documents.Reading;

/// <summary>A key that occurs more than once in the same mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Path">The location as a JSONPath expression.</param>
/// <param name="Line">The line of the later occurrence, starting at 1.</param>
/// <param name="Column">The column of the later occurrence, starting at 1.</param>
internal sealed record DuplicateKey(string Name, string Path, int Line, int Column);
