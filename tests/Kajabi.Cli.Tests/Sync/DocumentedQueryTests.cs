using System.Text.RegularExpressions;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>The queries of docs/sync.md and of README.md, on both databases.</summary>
public sealed partial class DocumentedQueryTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task The_documented_queries_return_the_results_on_SQLite()
    {
        using TemporaryFolder folder = new();
        await AssertResultsAsync(folder.File("mirror.db"), sql => Task.FromResult(MirrorFile.Query(folder.File("mirror.db"), sql)));
    }

    [SkippableFact]
    public async Task The_documented_queries_return_the_results_on_PostgreSQL()
    {
        string into = await fixture.Require().CreateDatabaseAsync("documented");
        await AssertResultsAsync(into, sql => PostgresSyncTests.QueryAsync(into, sql));
    }

    [Fact]
    public async Task The_page_lists_what_later_runs_find_of_each_type()
    {
        using TemporaryFolder folder = new();
        await using SyncApi api = await SyncApi.StartAsync();
        await api.RunAsync(folder.File("mirror.db"), "all");
        CliResult later = await api.RunAsync(folder.File("mirror.db"), "all");

        string[] rows = [.. (await ReadPageAsync()).Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal))];

        Assert.Equal(GetTypes(later, "changed"), Names(rows[0]));
        Assert.Equal(GetTypes(later, "created"), Names(rows[1]));
    }

    private static async Task AssertResultsAsync(string into, Func<string, Task<IReadOnlyList<string>>> query)
    {
        await using SyncApi api = await SyncApi.StartAsync();
        CliResult synchronized = await api.RunAsync(into, "transactions", "customers", "contacts", "purchases");
        Assert.True(synchronized.ExitCode == 0, synchronized.Error);
        string[] queries = ReadQueries(await ReadPageAsync());

        Assert.Equal(2, queries.Length);
        Assert.Equal([queries[0]], ReadQueries(await ReadPageAsync("README.md")));
        Assert.Equal(
            ["2026-01|EUR|29", "2026-01|USD|212.93"],
            (await query(queries[0])).Select(static row =>
                row.Contains('.', StringComparison.Ordinal) ? row.TrimEnd('0').TrimEnd('.') : row
            )
        );
        Assert.Empty(await query(queries[1]));
        await query("DELETE FROM purchases_customer");
        Assert.Equal(["321|Johanna Brandt|johanna@example.com"], await query(queries[1]));
    }

    private static IEnumerable<string> GetTypes(CliResult result, string mode) =>
        result.Json["types"]!
            .Where(type => (string?)type["mode"] == mode)
            .Select(static type => (string)type["type"]!)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(string row) =>
        Name().Matches(row.Split('|')[1]).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal);

    private static string[] ReadQueries(string page) => [.. SqlBlock().Matches(page).Select(static match => match.Groups[1].Value)];

    private static Task<string> ReadPageAsync(string page = "docs/sync.md") =>
        File.ReadAllTextAsync(Path.Combine(ReferenceFolder.RepositoryRoot(), page));

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
