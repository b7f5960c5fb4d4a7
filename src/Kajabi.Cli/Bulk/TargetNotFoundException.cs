namespace Kajabi.Cli.Bulk;

/// <summary>Thrown when no contact or customer has an e-mail address.</summary>
internal sealed class TargetNotFoundException(string message) : Exception(message);
