namespace Kajabi.Cli;

/// <summary>The command was called in a way that cannot work; the message says why and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
