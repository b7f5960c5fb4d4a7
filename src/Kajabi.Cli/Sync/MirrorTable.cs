using Kajabi.Cli.Output;
using Kajabi.Cli.Sync.Database;
using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Sync;

/// <summary>Compares resources with the rows of a table, and writes only those that differ.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table of the resource type.</param>
internal sealed class MirrorTable(SyncDatabase database, SyncTable table)
{
    private readonly string _columns = string.Join(',', table.Columns.Select(static column => $"{column.Name} {column.Type}"));
    private readonly string _upsert = CreateUpsert(table);

    /// <summary>The counts of this run.</summary>
    public SyncCounts Counts { get; } = new();

    /// <summary>Returns the rows that are new or differ from the stored ones. Of duplicates on a page, the last one counts.</summary>
    public async Task<MirrorChanges> CompareAsync(IEnumerable<Resource> resources, CancellationToken cancellationToken)
    {
        Dictionary<string, Resource> byId = new(StringComparer.Ordinal);
        foreach (Resource resource in resources.Where(static resource => resource.HasId))
        {
            byId[resource.Id] = resource;
        }

        Counts.Read += byId.Count;
        Dictionary<string, string> stored = (
            await database.QueryAsync(
                $"SELECT {SyncTable.Id}, {SyncTable.Hash} FROM {Sql.Quote(table.Type)} WHERE {SyncTable.Id} IN ({database.SelectIds})",
                cancellationToken,
                SqlParameter.Ids(byId.Keys)
            )
        ).ToDictionary(static row => (string)row[0]!, static row => (string)row[1]!, StringComparer.Ordinal);
        MirrorRow[] differing =
        [
            .. byId
                .Values.Select(resource => MirrorRow.Create(resource, _columns))
                .Where(row => stored.GetValueOrDefault(row.Resource.Id) != row.Hash),
        ];
        int added = differing.Count(row => !stored.ContainsKey(row.Resource.Id));
        return new MirrorChanges([.. byId.Keys], differing, added);
    }

    /// <summary>Writes rows with their links.</summary>
    public async Task WriteAsync(MirrorChanges changes, CancellationToken cancellationToken)
    {
        foreach (MirrorRow row in changes.Rows)
        {
            await database.ExecuteAsync(
                _upsert,
                cancellationToken,
                [
                    SqlParameter.Text("@id", row.Resource.Id),
                    .. table.Columns.Select(
                        (column, index) =>
                            new SqlParameter(
                                $"@c{index}",
                                column.Type,
                                ColumnValue.Create(row.Resource.Attributes[column.Attribute], column.Type)
                            )
                    ),
                    new SqlParameter("@raw", ColumnType.Json, row.Raw),
                    SqlParameter.Text("@hash", row.Hash),
                ]
            );
            foreach (LinkTable link in table.Links)
            {
                await WriteLinksAsync(row.Resource, link, cancellationToken);
            }
        }

        Counts.Added += changes.Added;
        Counts.Changed += changes.Rows.Count - changes.Added;
    }

    /// <summary>Deletes rows with their links.</summary>
    public async Task DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (string name in table.Links.Select(static link => link.Name).Append(table.Type))
        {
            await database.ExecuteAsync(
                $"DELETE FROM {Sql.Quote(name)} WHERE {SyncTable.Id} IN ({database.SelectIds})",
                cancellationToken,
                SqlParameter.Ids(ids)
            );
        }

        Counts.Deleted += ids.Count;
    }

    private async Task WriteLinksAsync(Resource resource, LinkTable link, CancellationToken cancellationToken)
    {
        if (resource.Relationships[link.Relationship] is not { State: not (RelationshipState.Absent or RelationshipState.LinksOnly) } known)
        {
            // The response does not contain the linkage, so the stored links remain.
            return;
        }

        await database.ExecuteAsync(
            $"DELETE FROM {Sql.Quote(link.Name)} WHERE {LinkTable.Id} = @id",
            cancellationToken,
            SqlParameter.Text("@id", resource.Id)
        );
        foreach (RelatedResource related in RelatedResource.GetAll(known))
        {
            ResourceIdentifier identifier = related.Resource?.Identifier ?? related.Identifier;
            await database.ExecuteAsync(
                $"INSERT INTO {Sql.Quote(link.Name)} ({LinkTable.Id}, {LinkTable.RelatedType}, {LinkTable.RelatedId}) "
                    + "VALUES (@id, @type, @related) ON CONFLICT DO NOTHING",
                cancellationToken,
                SqlParameter.Text("@id", resource.Id),
                SqlParameter.Text("@type", identifier.Type),
                SqlParameter.Text("@related", identifier.Id)
            );
        }
    }

    private static string CreateUpsert(SyncTable table)
    {
        string[] names = [.. table.Columns.Select(static column => Sql.Quote(column.Name)), SyncTable.Raw, SyncTable.Hash];
        string values = string.Join(", ", table.Columns.Select(static (_, index) => $"@c{index}").Concat(["@raw", "@hash"]));
        return $"INSERT INTO {Sql.Quote(table.Type)} ({SyncTable.Id}, {string.Join(", ", names)}) VALUES (@id, {values}) "
            + $"ON CONFLICT ({SyncTable.Id}) DO UPDATE SET {string.Join(", ", names.Select(static name => $"{name} = excluded.{name}"))}";
    }
}
