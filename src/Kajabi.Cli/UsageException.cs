namespace Kajabi.Cli;

/// <summary>Thrown for a usage error. The message states the problem and how to fix it.</summary>
internal sealed class UsageException(string message) : Exception(message);
