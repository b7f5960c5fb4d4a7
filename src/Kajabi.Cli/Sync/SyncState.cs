using System.Globalization;
using Kajabi.Cli.Sync.Database;
using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Sync;

/// <summary>The progress of the mirror of one resource type. It is stored with the data, in the same transactions.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Watermark">From when on the next incremental run reads; null before the first full run is complete.</param>
/// <param name="IsFull">Whether a full run is in progress.</param>
/// <param name="NextPage">The page that the full run reads next; null to start with the first one.</param>
/// <param name="NextWatermark">The watermark after the full run.</param>
/// <param name="Pass">How often the full run started to read the list.</param>
internal sealed record SyncState(
    string Type,
    DateTimeOffset? Watermark = null,
    bool IsFull = false,
    int? NextPage = null,
    DateTimeOffset? NextWatermark = null,
    int Pass = 1
)
{
    public const string Table = "kajabi_sync";

    private const string Columns = "type, watermark, is_full, next_page, next_watermark, pass";

    /// <summary>Returns the stored state of a type, or that of an empty mirror.</summary>
    public static async Task<SyncState> LoadAsync(SyncDatabase database, string type, CancellationToken cancellationToken) =>
        await database.QueryAsync($"SELECT {Columns} FROM {Table} WHERE type = @type", cancellationToken, SqlParameter.Text("@type", type))
            is [var row]
            ? new SyncState(
                type,
                ParseTime(row[1]),
                Convert.ToInt64(row[2], CultureInfo.InvariantCulture) != 0,
                row[3] is null ? null : Convert.ToInt32(row[3], CultureInfo.InvariantCulture),
                ParseTime(row[4]),
                Convert.ToInt32(row[5], CultureInfo.InvariantCulture)
            )
            : new SyncState(type);

    /// <summary>Stores the state.</summary>
    public Task SaveAsync(SyncDatabase database, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO {Table} ({Columns}) VALUES (@type, @watermark, @is_full, @next_page, @next_watermark, @pass)
            ON CONFLICT (type) DO UPDATE SET watermark = excluded.watermark, is_full = excluded.is_full,
              next_page = excluded.next_page, next_watermark = excluded.next_watermark, pass = excluded.pass
            """,
            cancellationToken,
            SqlParameter.Text("@type", Type),
            SqlParameter.Text("@watermark", Format(Watermark)),
            new SqlParameter("@is_full", ColumnType.Integer, IsFull ? 1L : 0L),
            new SqlParameter("@next_page", ColumnType.Integer, (long?)NextPage),
            SqlParameter.Text("@next_watermark", Format(NextWatermark)),
            new SqlParameter("@pass", ColumnType.Integer, (long)Pass)
        );

    private static string? Format(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? ParseTime(object? value) =>
        value is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
}
