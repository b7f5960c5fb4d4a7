using Kajabi.Cli.Sync.Database;

namespace Kajabi.Cli.Sync.Schema;

/// <summary>Creates the tables, and adds the columns that a newer version of the command has.</summary>
/// <param name="database">The database.</param>
internal sealed class SchemaWriter(SyncDatabase database)
{
    /// <exception cref="UsageException">The database has a table with the name of a type that this command did not create.</exception>
    public async Task WriteAsync(IReadOnlyList<SyncTable> tables, CancellationToken cancellationToken)
    {
        bool isMirror = await database.HasTableAsync(MirrorState.Table, cancellationToken);
        await using DatabaseTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!isMirror)
        {
            await ThrowIfForeignAsync(tables, cancellationToken);
            await CreateStateAsync(cancellationToken);
        }

        foreach (SyncTable table in tables)
        {
            if (await database.HasTableAsync(table.Type, cancellationToken))
            {
                await AddColumnsAsync(table, cancellationToken);
            }
            else
            {
                await CreateAsync(table, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ThrowIfForeignAsync(IReadOnlyList<SyncTable> tables, CancellationToken cancellationToken)
    {
        foreach (string name in tables.SelectMany(static table => table.Links.Select(static link => link.Name).Prepend(table.Type)))
        {
            if (await database.HasTableAsync(name, cancellationToken))
            {
                throw new UsageException(
                    $"The database has a table '{name}' that this command did not create. Choose another database or, in PostgreSQL, "
                        + "another schema with 'Search Path'."
                );
            }
        }
    }

    private Task CreateStateAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            CREATE TABLE {MirrorState.Table} (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE {SyncState.Table} (
              type TEXT NOT NULL PRIMARY KEY, watermark TEXT, is_full INTEGER NOT NULL, next_page INTEGER, next_watermark TEXT,
              pass INTEGER NOT NULL);
            CREATE TABLE {SeenResources.Table} (type TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (type, id))
            """,
            cancellationToken
        );

    private async Task CreateAsync(SyncTable table, CancellationToken cancellationToken)
    {
        string columns = string.Join(", ", table.Columns.Select(column => $"{Sql.Quote(column.Name)} {database.GetTypeName(column.Type)}"));
        await database.ExecuteAsync(
            $"CREATE TABLE {Sql.Quote(table.Type)} ({SyncTable.Id} TEXT NOT NULL PRIMARY KEY, {columns}{(columns.Length > 0 ? ", " : "")}"
                + $"{SyncTable.Raw} {database.GetTypeName(ColumnType.Json)} NOT NULL, {SyncTable.Hash} TEXT NOT NULL)",
            cancellationToken
        );
        foreach (LinkTable link in table.Links)
        {
            await database.ExecuteAsync(
                $"CREATE TABLE {Sql.Quote(link.Name)} ({LinkTable.Id} TEXT NOT NULL, {LinkTable.RelatedType} TEXT NOT NULL, "
                    + $"{LinkTable.RelatedId} TEXT NOT NULL, "
                    + $"PRIMARY KEY ({LinkTable.Id}, {LinkTable.RelatedType}, {LinkTable.RelatedId})); "
                    + $"CREATE INDEX {Sql.Quote($"{link.Name}_{LinkTable.RelatedId}")} ON {Sql.Quote(link.Name)} ({LinkTable.RelatedId})",
                cancellationToken
            );
        }
    }

    private async Task AddColumnsAsync(SyncTable table, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> existing = await database.GetColumnsAsync(table.Type, cancellationToken);
        foreach (SyncColumn column in table.Columns.Where(column => !existing.Contains(column.Name)))
        {
            await database.ExecuteAsync(
                $"ALTER TABLE {Sql.Quote(table.Type)} ADD COLUMN {Sql.Quote(column.Name)} {database.GetTypeName(column.Type)}",
                cancellationToken
            );
        }
    }
}
