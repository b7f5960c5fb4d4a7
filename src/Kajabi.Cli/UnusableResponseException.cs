namespace Kajabi.Cli;

/// <summary>Thrown when a response cannot be used for the command. The message states the reason.</summary>
internal sealed class UnusableResponseException(string message) : Exception(message);
