namespace Kajabi.Cli;

/// <summary>The user was asked and said no; the message says what was left undone.</summary>
internal sealed class AbortedException(string message) : Exception(message);
