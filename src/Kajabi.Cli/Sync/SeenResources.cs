using System.Globalization;
using Kajabi.Cli.Sync.Database;
using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Sync;

/// <summary>
/// The ids that a full run has read, in the database: so they survive the end of the process, and do not need memory.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="type">The resource type.</param>
internal sealed class SeenResources(SyncDatabase database, string type)
{
    public const string Table = "kajabi_seen";

    private const int BatchSize = 100;

    private SqlParameter TypeParameter => SqlParameter.Text("@type", type);

    public Task AddAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            // WHERE: without it, SQLite reads ON as a part of a join.
            $"INSERT INTO {Table} (type, id) SELECT @type, ids.id FROM ({database.SelectIds}) AS ids WHERE true "
                + "ON CONFLICT DO NOTHING",
            cancellationToken,
            TypeParameter,
            SqlParameter.Ids(ids)
        );

    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        Convert.ToInt64(
            await database.ScalarAsync($"SELECT count(*) FROM {Table} WHERE type = @type", cancellationToken, TypeParameter),
            CultureInfo.InvariantCulture
        );

    /// <summary>Returns ids of the mirror that were not read; an empty list if there are none.</summary>
    public async Task<IReadOnlyList<string>> FindMissingAsync(CancellationToken cancellationToken) =>
        [
            .. (
                await database.QueryAsync(
                    $"SELECT {SyncTable.Id} FROM {Sql.Quote(type)} AS mirrored WHERE NOT EXISTS (SELECT 1 FROM {Table} AS seen "
                        + $"WHERE seen.type = @type AND seen.id = mirrored.{SyncTable.Id}) LIMIT {BatchSize}",
                    cancellationToken,
                    TypeParameter
                )
            ).Select(static row => (string)row[0]!),
        ];

    public Task ClearAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {Table} WHERE type = @type", cancellationToken, TypeParameter);
}
