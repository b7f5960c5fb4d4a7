namespace Kajabi.Cli;

/// <summary>The API's response cannot be used for what was asked for; the message says why.</summary>
internal sealed class UnusableResponseException(string message) : Exception(message);
