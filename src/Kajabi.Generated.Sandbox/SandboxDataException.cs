namespace Kajabi.Sandbox;

/// <summary>Data that cannot be loaded; see <see cref="SandboxData.LoadAsync"/>. Nothing of it was stored.</summary>
public sealed class SandboxDataException : Exception
{
    /// <summary>Initializes an exception.</summary>
    /// <param name="message">What is wrong, and how to fix it.</param>
    /// <param name="line">The line of the file. Default: null, not known.</param>
    /// <param name="resource">The resource that is wrong. Default: null, not known.</param>
    /// <param name="innerException">The cause. Default: null.</param>
    public SandboxDataException(string message, int? line = null, SandboxIdentifier? resource = null, Exception? innerException = null)
        : base(message, innerException)
    {
        (Line, Resource) = (line, resource);
    }

    /// <summary>Gets the line of the file on which the resource or the error starts, from 1; null if it is not known.</summary>
    public int? Line { get; }

    /// <summary>Gets the resource that is wrong; null if it is not known.</summary>
    public SandboxIdentifier? Resource { get; }
}
