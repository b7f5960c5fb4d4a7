using System.Data.Common;
using Npgsql;

namespace Kajabi.Cli.Sync.Database;

/// <summary>The database of a mirror: a SQLite file, or a PostgreSQL database.</summary>
internal sealed class DatabaseTarget
{
    private readonly string? _path;
    private readonly NpgsqlConnectionStringBuilder? _postgres;

    private DatabaseTarget(string? path, NpgsqlConnectionStringBuilder? postgres) => (_path, _postgres) = (path, postgres);

    /// <summary>The name of the database in messages: the file, or the server without credentials.</summary>
    public string Name => _path ?? $"PostgreSQL at {_postgres!.Host}";

    /// <summary>Reads the value of <c>--into</c>.</summary>
    /// <exception cref="UsageException">The value is invalid. The message does not contain it, which can contain a password.</exception>
    public static DatabaseTarget Parse(string into)
    {
        bool isUrl = PostgresUrl.IsUrl(into);
        if (!isUrl && !IsConnectionString(into))
        {
            return string.IsNullOrWhiteSpace(into)
                ? throw new UsageException("--into is empty. Specify a file, or the connection string of a PostgreSQL database.")
                : new DatabaseTarget(into, null);
        }

        try
        {
            return new DatabaseTarget(null, isUrl ? PostgresUrl.Parse(into) : new NpgsqlConnectionStringBuilder(into));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // The message of the exception can contain a part of the password.
            throw new UsageException(
                "The connection string is invalid. It is like postgresql://user:password@host:5432/database with escaped special "
                    + "characters, or Host=...;Database=...;Username=...;Password=...; quote a value that contains a semicolon."
            );
        }
    }

    /// <summary>Opens the database.</summary>
    /// <exception cref="UsageException">Another run uses the database, or the path is a link.</exception>
    public async Task<SyncDatabase> OpenAsync(CancellationToken cancellationToken) =>
        _path is null
            ? await PostgresDatabase.OpenAsync(_postgres!.ConnectionString, cancellationToken)
            : await SqliteDatabase.OpenAsync(_path, cancellationToken);

    /// <summary>Replaces the password in a message.</summary>
    public string Redact(string message) =>
        _postgres?.Password is { Length: > 0 } password ? message.Replace(password, "***", StringComparison.Ordinal) : message;

    private static bool IsConnectionString(string into)
    {
        try
        {
            DbConnectionStringBuilder parts = new() { ConnectionString = into };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return into.Contains("Host=", StringComparison.OrdinalIgnoreCase)
                || into.Contains("Server=", StringComparison.OrdinalIgnoreCase);
        }
    }
}
