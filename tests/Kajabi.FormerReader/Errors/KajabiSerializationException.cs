namespace Kajabi;

/// <summary>
/// Thrown when JSON cannot be deserialized as the expected document: it is truncated, is not JSON, nests too deeply, contains
/// a resource of another type, or contains errors instead of data. A partially read document is never returned.
/// </summary>
public sealed class KajabiSerializationException : KajabiException
{
    internal KajabiSerializationException(string message, string path, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
    }

    /// <summary>Gets the JSON path at which reading stopped, such as <c>data.attributes.name</c>; empty at the root.</summary>
    public string Path { get; }

    /// <summary>Gets whether the JSON nests more deeply than the limit.</summary>
    internal bool IsTooDeep { get; init; }

    /// <summary>Gets whether the document contains errors instead of data.</summary>
    internal bool HasErrors { get; init; }
}
