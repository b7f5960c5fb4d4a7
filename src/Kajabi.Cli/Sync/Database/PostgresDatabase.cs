using System.Data.Common;
using System.Text.RegularExpressions;
using Kajabi.Cli.Sync.Schema;
using Npgsql;
using NpgsqlTypes;

namespace Kajabi.Cli.Sync.Database;

/// <summary>A mirror in a PostgreSQL database, in the first schema of the search path.</summary>
internal sealed partial class PostgresDatabase : SyncDatabase
{
    // Identifies the lock of this command in a database.
    private const long LockKey = 0x6B616A616269;

    private PostgresDatabase(NpgsqlConnection connection)
        : base(connection) { }

    public override string SelectIds => $"SELECT json_array_elements_text({IdsParameter}::json) AS id";

    protected override string TableCountQuery =>
        "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = @name";

    /// <summary>Connects to a database.</summary>
    /// <exception cref="UsageException">Another run uses the database.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = new(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            PostgresDatabase database = new(connection);

            // The server needs a moment to notice that a run was killed.
            await database.ExecuteAsync(
                $"SET lock_timeout = '10s'; SELECT pg_advisory_lock({LockKey}); SET lock_timeout = 0",
                cancellationToken
            );
            return database;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            throw new UsageException("The database is used by another run of this command. Wait until it ends.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override string GetTypeName(ColumnType type) =>
        type switch
        {
            ColumnType.Boolean => "boolean",
            ColumnType.Integer => "bigint",
            ColumnType.Number => "numeric",
            ColumnType.Time => "timestamptz",
            ColumnType.Date => "date",
            ColumnType.Json => "jsonb",
            _ => "text",
        };

    protected override void SetValue(DbParameter parameter, ColumnType type, object? value)
    {
        ((NpgsqlParameter)parameter).NpgsqlDbType = type switch
        {
            ColumnType.Boolean => NpgsqlDbType.Boolean,
            ColumnType.Integer => NpgsqlDbType.Bigint,
            ColumnType.Number => NpgsqlDbType.Numeric,
            ColumnType.Time => NpgsqlDbType.TimestampTz,
            ColumnType.Date => NpgsqlDbType.Date,
            ColumnType.Json => NpgsqlDbType.Jsonb,
            _ => NpgsqlDbType.Text,
        };
        parameter.Value = value switch
        {
            null => DBNull.Value,
            string json when type == ColumnType.Json => UnstorableEscape().Replace(json, @"$1\ufffd"),
            string text => UnstorableCharacter().Replace(text, "\uFFFD"),
            _ => value,
        };
    }

    // PostgreSQL stores neither the character 0 nor half of a surrogate pair.
    [GeneratedRegex(@"\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex UnstorableCharacter();

    // The same in JSON, after an even number of backslashes; Newtonsoft.Json escapes no surrogates.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex UnstorableEscape();
}
