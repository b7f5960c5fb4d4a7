namespace Kajabi.Cli;

/// <summary>Thrown when the user declines a confirmation. The message states what was not done.</summary>
internal sealed class AbortedException(string message) : Exception(message);
