namespace Kajabi.Cli.Bulk;

/// <summary>Thrown at the end of a bulk change that did not change all contacts or customers.</summary>
internal sealed class BulkIncompleteException(string message) : Exception(message);
