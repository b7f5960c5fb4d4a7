using System.Data.Common;
using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Sync.Database;

/// <summary>A connection to the database of a mirror, which no other run uses at the same time.</summary>
/// <param name="connection">The connection, which is open.</param>
internal abstract class SyncDatabase(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

    /// <summary>The name of the parameter with a list of ids.</summary>
    public const string IdsParameter = "@ids";

    protected DbConnection Connection => connection;

    /// <summary>A query that returns the ids of the parameter <see cref="IdsParameter"/>, which is a JSON array.</summary>
    public abstract string SelectIds { get; }

    /// <summary>Returns the name of the type of a column.</summary>
    public abstract string GetTypeName(ColumnType type);

    /// <summary>Sets the type and the value of a parameter.</summary>
    protected abstract void SetValue(DbParameter parameter, ColumnType type, object? value);

    /// <summary>Returns whether a table exists.</summary>
    public async Task<bool> HasTableAsync(string name, CancellationToken cancellationToken) =>
        Convert.ToInt64(
            await ScalarAsync(TableCountQuery, cancellationToken, new SqlParameter("@name", ColumnType.Text, name)),
            System.Globalization.CultureInfo.InvariantCulture
        ) > 0;

    /// <summary>A query for the number of tables with the name <c>@name</c>.</summary>
    protected abstract string TableCountQuery { get; }

    /// <summary>Returns the names of the columns of a table.</summary>
    public async Task<IReadOnlyList<string>> GetColumnsAsync(string table, CancellationToken cancellationToken)
    {
        await using DbCommand command = CreateCommand($"SELECT * FROM {Sql.Quote(table)} WHERE 1 = 0");
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>Starts a transaction, in which all further statements run until it ends.</summary>
    public async Task<DatabaseTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        _transaction = await connection.BeginTransactionAsync(cancellationToken);
        return new DatabaseTransaction(_transaction, () => _transaction = null);
    }

    /// <summary>Runs statements that return nothing.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a statement that is prepared once.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params IReadOnlyList<SqlParameter> parameters) =>
        await (await PrepareAsync(sql, parameters, cancellationToken)).ExecuteNonQueryAsync(cancellationToken);

    /// <summary>Returns the first value of a query that is prepared once; null for no row or null.</summary>
    public async Task<object?> ScalarAsync(
        string sql,
        CancellationToken cancellationToken,
        params IReadOnlyList<SqlParameter> parameters
    ) =>
        await (await PrepareAsync(sql, parameters, cancellationToken)).ExecuteScalarAsync(cancellationToken) is { } value and not DBNull
            ? value
            : null;

    /// <summary>Returns the rows of a query that is prepared once. All values are texts, numbers or null.</summary>
    public async Task<IReadOnlyList<object?[]>> QueryAsync(
        string sql,
        CancellationToken cancellationToken,
        params IReadOnlyList<SqlParameter> parameters
    )
    {
        DbCommand command = await PrepareAsync(sql, parameters, cancellationToken);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<object?[]> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add([.. row.Select(static value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (DbCommand command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private DbCommand CreateCommand(string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }

    private async Task<DbCommand> PrepareAsync(string sql, IReadOnlyList<SqlParameter> parameters, CancellationToken cancellationToken)
    {
        bool isNew = !_prepared.TryGetValue(sql, out DbCommand? command);
        command ??= CreateCommand(sql);
        command.Transaction = _transaction;
        for (int index = 0; index < parameters.Count; index++)
        {
            if (isNew)
            {
                DbParameter added = command.CreateParameter();
                added.ParameterName = parameters[index].Name;
                command.Parameters.Add(added);
            }

            SetValue(command.Parameters[index], parameters[index].Type, parameters[index].Value);
        }

        if (isNew)
        {
            _prepared[sql] = command;
            await command.PrepareAsync(cancellationToken);
        }

        return command;
    }
}
