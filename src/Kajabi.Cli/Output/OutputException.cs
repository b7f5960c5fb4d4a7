namespace Kajabi.Cli.Output;

/// <summary>Standard output or the file of an export cannot be written.</summary>
/// <param name="message">What cannot be written, and why.</param>
/// <param name="isClosed">Whether the reader of the output closed it.</param>
internal sealed class OutputException(string message, bool isClosed) : IOException(message)
{
    /// <summary>Whether the reader closed its end of the pipe, which is how <c>head</c> says that it has enough.</summary>
    public bool IsClosed { get; } = isClosed;
}
