namespace Kajabi;

/// <summary>
/// A JSON document could not be understood as what was expected: it is cut off, is not JSON, nests too deeply,
/// holds another resource than the operation promises, or carries errors instead of data. Nothing half filled
/// is ever returned in its place.
/// </summary>
public sealed class KajabiSerializationException : KajabiException
{
    internal KajabiSerializationException(string message, string path, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
    }

    /// <summary>The JSON path at which reading stopped, such as <c>data.attributes.name</c>; empty at the root.</summary>
    public string Path { get; }

    /// <summary>Whether the JSON nests more deeply than is read.</summary>
    internal bool IsTooDeep { get; init; }

    /// <summary>Whether the document contains errors instead of data.</summary>
    internal bool HasErrors { get; init; }
}
