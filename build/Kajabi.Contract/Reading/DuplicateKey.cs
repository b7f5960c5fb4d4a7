namespace Kajabi.Contract.Reading;

/// <summary>A key that stands more than once in one mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Path">Where, as a JSONPath.</param>
/// <param name="Line">The line of the later one, counted from 1.</param>
/// <param name="Column">Its column, counted from 1.</param>
internal sealed record DuplicateKey(string Name, string Path, int Line, int Column);
