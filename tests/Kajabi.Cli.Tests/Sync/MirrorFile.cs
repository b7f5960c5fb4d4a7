using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>Reads the tables of a mirror.</summary>
internal static class MirrorFile
{
    private const string TablesQuery = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";

    /// <summary>Returns the rows of a query on a SQLite file, with the values separated by <c>|</c>.</summary>
    public static IReadOnlyList<string> Query(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=false");
        connection.Open();
        return Query(connection, sql);
    }

    /// <summary>Returns the rows of a query, with the values separated by <c>|</c>.</summary>
    public static IReadOnlyList<string> Query(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))
                )
            );
        }

        return rows;
    }

    /// <summary>Returns all rows of all tables of a SQLite file.</summary>
    public static IReadOnlyList<string> Dump(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=false");
        connection.Open();
        return Dump(connection, TablesQuery);
    }

    /// <summary>Returns all rows of all tables.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="tablesQuery">The query for the names of the tables.</param>
    public static IReadOnlyList<string> Dump(DbConnection connection, string tablesQuery) =>
        [
            .. Query(connection, tablesQuery)
                .SelectMany(table =>
                    Query(connection, $"SELECT * FROM \"{table}\"").Select(row => $"{table}: {row}").Order(StringComparer.Ordinal)
                ),
        ];

    /// <summary>Adds triggers to all tables with data, which write each change of a row to the table <c>writes</c>.</summary>
    public static void RecordWrites(string path)
    {
        Query(path, "CREATE TABLE writes (table_name TEXT, kind TEXT, id TEXT)");
        foreach (
            string table in GetTables(path)
                .Where(static table => table != "writes" && !table.StartsWith("kajabi_", StringComparison.Ordinal))
        )
        {
            foreach ((string kind, string row) in new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") })
            {
                Query(
                    path,
                    $"CREATE TRIGGER \"{table}_{kind}\" AFTER {kind} ON \"{table}\" "
                        + $"BEGIN INSERT INTO writes VALUES ('{table}', '{kind}', {row}.id); END"
                );
            }
        }
    }

    private static IReadOnlyList<string> GetTables(string path) => Query(path, TablesQuery);
}
