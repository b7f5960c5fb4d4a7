using System.Data.Common;
using System.Globalization;
using Kajabi.Cli.Export;
using Kajabi.Cli.Sync.Schema;
using Microsoft.Data.Sqlite;

namespace Kajabi.Cli.Sync.Database;

/// <summary>A mirror in a SQLite file that only its owner can read.</summary>
internal sealed class SqliteDatabase : SyncDatabase
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly FileStream _lock;

    private SqliteDatabase(SqliteConnection connection, FileStream lockFile)
        : base(connection)
    {
        _lock = lockFile;
    }

    public override string SelectIds => $"SELECT value AS id FROM json_each({IdsParameter})";

    protected override string TableCountQuery => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    /// <summary>Opens a file, and creates it if it does not exist.</summary>
    /// <exception cref="UsageException">The path is a link, or another run uses the file.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string path, CancellationToken cancellationToken)
    {
        PrivateFile.ThrowIfLink(path);
        FileStream lockFile = Lock(path);
        SqliteConnection? connection = null;
        try
        {
            if (!File.Exists(path))
            {
                await PrivateFile.Create(path).DisposeAsync();
            }

            connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                }.ConnectionString
            );
            await connection.OpenAsync(cancellationToken);
            SqliteDatabase database = new(connection, lockFile);

            // With a write-ahead log, programs can read while the command writes. A killed process loses no committed transaction.
            await database.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", cancellationToken);
            return database;
        }
        catch
        {
            connection?.Dispose();
            await lockFile.DisposeAsync();
            throw;
        }
    }

    public override string GetTypeName(ColumnType type) =>
        type switch
        {
            ColumnType.Boolean => "BOOLEAN",
            ColumnType.Integer => "INTEGER",
            ColumnType.Number => "NUMERIC",
            _ => "TEXT",
        };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _lock.DisposeAsync();
    }

    protected override void SetValue(DbParameter parameter, ColumnType type, object? value) =>
        parameter.Value = value switch
        {
            null => DBNull.Value,
            bool flag => flag ? 1L : 0L,
            DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            // The affinity of the column stores it as a number.
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => value,
        };

    private static FileStream Lock(string path)
    {
        string name = path + ".lock";
        PrivateFile.ThrowIfLink(name);
        try
        {
            return new FileStream(
                name,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new UsageException($"{path} is used by another run of this command. Wait until it ends.");
        }
    }
}
