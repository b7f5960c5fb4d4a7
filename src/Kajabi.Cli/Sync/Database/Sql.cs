namespace Kajabi.Cli.Sync.Database;

/// <summary>SQL that SQLite and PostgreSQL share.</summary>
internal static class Sql
{
    /// <summary>Quotes the name of a table or a column.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
