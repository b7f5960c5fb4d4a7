using Npgsql;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>A mirror in a PostgreSQL server, which the tests start.</summary>
public sealed class PostgresSyncTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    [SkippableFact]
    public async Task A_mirror_has_the_rows_of_a_SQLite_mirror_and_a_second_run_writes_none()
    {
        string into = await fixture.Require().CreateDatabaseAsync("story");
        await using SyncApi api = await SyncApi.StartAsync();
        using TemporaryFolder folder = new();
        await api.RunAsync(folder.File("mirror.db"), "all");

        CliResult first = await api.RunAsync(into, "all");
        IReadOnlyList<string> versions = await GetVersionsAsync(into);
        CliResult second = await api.RunAsync(into, "all", "--full");

        Assert.Equal((0, 61, 0, 0), SyncApi.Read(first, "contacts"));
        Assert.Equal((0, 0, 0, 0), SyncApi.Read(second, "contacts"));
        Assert.Equal(versions, await GetVersionsAsync(into));
        foreach (
            string query in (string[])
                [
                    "SELECT id, email, content_hash FROM contacts ORDER BY id",
                    "SELECT id, amount_in_cents, currency FROM transactions ORDER BY id",
                    "SELECT id, related_type, related_id FROM contacts_tags ORDER BY id, related_id",
                    "SELECT type, watermark FROM kajabi_sync ORDER BY type",
                ]
        )
        {
            Assert.Equal(MirrorFile.Query(folder.File("mirror.db"), query), await QueryAsync(into, query));
        }

        Assert.Equal(
            ["boolean|timestamp with time zone|bigint|jsonb"],
            await QueryAsync(
                into,
                "SELECT pg_typeof(opt_in)::text, pg_typeof(created_at)::text, pg_typeof(quantity)::text, pg_typeof(raw)::text "
                    + "FROM purchases LIMIT 1"
            )
        );
    }

    [SkippableFact]
    public async Task Changes_additions_and_deletions_are_found_and_text_that_PostgreSQL_cannot_store_is_replaced()
    {
        string into = await fixture.Require().CreateDatabaseAsync("changes");
        await using SyncApi api = await SyncApi.StartAsync();
        await api.RunAsync(into, "contacts", "purchases");
        api.Time.Advance(TimeSpan.FromDays(1));
        await api.Kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = "before\0after \\u0000" });
        await api.Kajabi.Contacts.DeleteContactAsync("2148433005");
        await api.Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "new@example.com" }, "1");
        await api.Kajabi.Purchases.DeactivatePurchaseAsync("1022");

        CliResult incremental = await api.RunAsync(into, "contacts", "purchases");
        CliResult full = await api.RunAsync(into, "contacts", "--full");

        Assert.Equal((0, 1, 0, 0), SyncApi.Read(incremental, "contacts"));
        Assert.Equal((0, 0, 1, 0), SyncApi.Read(incremental, "purchases"));
        Assert.Equal((0, 0, 1, 1), SyncApi.Read(full, "contacts"));
        Assert.Equal(
            ["before\uFFFDafter \\u0000|before\uFFFDafter \\u0000"],
            await QueryAsync(into, "SELECT name, raw -> 'attributes' ->> 'name' FROM contacts WHERE id = '123'")
        );
    }

    [SkippableFact]
    public async Task The_URL_in_the_environment_variable_is_used_and_its_password_is_in_no_output()
    {
        PostgresServer server = fixture.Require();
        await using SyncApi api = await SyncApi.StartAsync();
        CliResult synchronized = await RunAsync(api, server.Url);
        CliResult wrongPassword = await RunAsync(api, server.Url.Replace("%27the", "%27another", StringComparison.Ordinal));
        CliResult wrongDatabase = await RunAsync(api, server.Url.Replace("/postgres?", "/missing?", StringComparison.Ordinal));

        Assert.Equal((0, 4, 4), (synchronized.ExitCode, wrongPassword.ExitCode, wrongDatabase.ExitCode));
        Assert.Contains("password authentication failed", wrongPassword.Error, StringComparison.Ordinal);
        Assert.Contains("\"missing\" does not exist", wrongDatabase.Error, StringComparison.Ordinal);
        Assert.All(
            [synchronized, wrongPassword, wrongDatabase],
            static result => Assert.DoesNotContain("s3cret", result.Output + result.Error, StringComparison.Ordinal)
        );
    }

    [SkippableFact]
    public async Task A_database_in_use_by_another_run_is_refused()
    {
        string into = await fixture.Require().CreateDatabaseAsync("locked");
        await using SyncApi api = await SyncApi.StartAsync();
        CliResult? other = null;
        api.OnRequest = async _ => other ??= await api.RunAsync(into, "sites");

        CliResult result = await api.RunAsync(into, "sites");

        Assert.Equal((0, 2), (result.ExitCode, other?.ExitCode));
        Assert.Contains("is used by another run", other?.Error, StringComparison.Ordinal);
    }

    internal static async Task<IReadOnlyList<string>> QueryAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        return MirrorFile.Query(connection, sql);
    }

    private static Task<CliResult> RunAsync(SyncApi api, string url) =>
        InProcessCli.RunAsync(new Dictionary<string, string>(api.Environment) { ["KAJABI_SYNC_INTO"] = url }, "sync", "sites");

    /// <summary>Returns the versions of all rows: the transaction that wrote a row and its place.</summary>
    private static async Task<IReadOnlyList<string>> GetVersionsAsync(string into)
    {
        List<string> versions = [];
        foreach (
            string table in await QueryAsync(
                into,
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kajabi%' ORDER BY 1"
            )
        )
        {
            versions.AddRange(
                (await QueryAsync(into, $"SELECT xmin, ctid, id FROM \"{table}\" ORDER BY id, ctid")).Select(row => $"{table} {row}")
            );
        }

        Assert.True(versions.Count > 100);
        return versions;
    }
}
