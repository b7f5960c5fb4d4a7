namespace Kajabi.Cli.Sync.Schema;

/// <summary>The column of an attribute.</summary>
/// <param name="Name">The name of the column.</param>
/// <param name="Attribute">The JSON name of the attribute.</param>
/// <param name="Type">The type of the column.</param>
internal sealed record SyncColumn(string Name, string Attribute, ColumnType Type);
