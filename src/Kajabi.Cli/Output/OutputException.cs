namespace Kajabi.Cli.Output;

/// <summary>Thrown when standard output or an export file cannot be written.</summary>
/// <param name="message">The output and the reason.</param>
/// <param name="isClosed">Whether the reader closed the output.</param>
internal sealed class OutputException(string message, bool isClosed) : IOException(message)
{
    /// <summary>Whether the reader closed the pipe, as <c>head</c> does after its last line.</summary>
    public bool IsClosed { get; } = isClosed;
}
