namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Thrown when a text is not a valid JSONPath query.</summary>
internal sealed class JsonPathSyntaxException(string problem, int offset) : Exception($"{problem} (offset {offset})")
{
    /// <summary>Gets the number of UTF-16 code units before the error.</summary>
    public int Offset { get; } = offset;
}
