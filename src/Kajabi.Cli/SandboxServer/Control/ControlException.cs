using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Thrown when a request to the control API is invalid. The message states the problem and how to fix it.</summary>
internal sealed class ControlException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    /// <summary>The status code of the response.</summary>
    public int Status => status;
}
