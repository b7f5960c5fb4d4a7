using Microsoft.Data.Sqlite;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>The mirror after changes between runs, with the requests of each run.</summary>
public sealed class SyncStoryTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SyncApi? _api;

    private SyncApi Api => _api!;

    private string Database => _folder.File("mirror.db");

    [Fact]
    public async Task A_mirror_is_created_and_incremental_runs_read_only_what_the_API_reports_as_new()
    {
        string[] types = ["contacts", "purchases", "--page-size", "40"];
        CliResult first = await Api.RunAsync(Database, types);
        IReadOnlyList<string> firstRequests = Api.TakeRequests();
        MirrorFile.RecordWrites(Database);
        CliResult unchanged = await Api.RunAsync(Database, types);
        IReadOnlyList<string> unchangedRequests = Api.TakeRequests();
        IReadOnlyList<string> writes = MirrorFile.Query(Database, "SELECT * FROM writes");
        Api.Time.Advance(TimeSpan.FromDays(1));
        await Api.Kajabi.Purchases.DeactivatePurchaseAsync("1022");
        string added = (await Api.Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "new@example.com" }, "1")).Data.Id;
        CliResult changed = await Api.RunAsync(Database, types);

        Assert.Equal(
            [
                "/v1/contacts?page[number]=1&sort=-created_at&page[size]=1",
                "/v1/contacts?page[number]=1&include=offers,tags,customer&sort=created_at&page[size]=40",
                "/v1/contacts?page[number]=2&include=offers,tags,customer&sort=created_at&page[size]=40",
                "/v1/contacts?page[number]=1&include=offers,tags,customer&sort=created_at&page[size]=40",
                "/v1/purchases?page[number]=1&sort=-updated_at&page[size]=1",
                "/v1/purchases?page[number]=1&sort=created_at&page[size]=40",
            ],
            firstRequests
        );
        Assert.Equal((0, 61, 0, 0), SyncApi.Read(first, "contacts"));
        Assert.Equal((0, 0, 0, 0), SyncApi.Read(unchanged, "contacts"));
        Assert.Equal((0, 0, 0, 0), SyncApi.Read(unchanged, "purchases"));
        Assert.Empty(writes);
        Assert.Equal(["/v1/contacts", "/v1/contacts", "/v1/purchases"], unchangedRequests.Select(static request => request.Split('?')[0]));
        Assert.Contains("sort=updated_at", unchangedRequests[^1], StringComparison.Ordinal);
        Assert.Matches(@"filter\[updated_at_gte\]=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", unchangedRequests[^1]);
        Assert.Equal((0, 1, 0, 0), SyncApi.Read(changed, "contacts"));
        Assert.Equal((0, 0, 1, 0), SyncApi.Read(changed, "purchases"));
        Assert.Equal(["full", "full"], Modes(first));
        Assert.Equal(["created", "changed"], Modes(changed));
        Assert.Equal(["new@example.com"], MirrorFile.Query(Database, $"SELECT email FROM contacts WHERE id = '{added}'"));
        Assert.Equal(["1"], MirrorFile.Query(Database, "SELECT deactivated_at IS NOT NULL FROM purchases WHERE id = '1022'"));
    }

    [Fact]
    public async Task A_full_run_finds_added_changed_and_deleted_resources_and_writes_no_others()
    {
        await Api.RunAsync(Database, "all");
        MirrorFile.RecordWrites(Database);
        CliResult unchanged = await Api.RunAsync(Database, "all", "--full");
        IReadOnlyList<string> writes = MirrorFile.Query(Database, "SELECT * FROM writes");
        IReadOnlyList<string> untagged = MirrorFile.Query(
            Database,
            "SELECT id FROM contacts_site WHERE related_id = '1' AND id <> '123' AND id NOT IN (SELECT id FROM contacts_tags) ORDER BY id"
        );
        (string tagged, string deleted) = (untagged[0], untagged[1]);
        Api.Time.Advance(TimeSpan.FromDays(1));
        await Api.Kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = "Renamed" });
        await Api.Kajabi.Contacts.AddContactTagsAsync(tagged, ["789"]);
        await Api.Kajabi.Contacts.DeleteContactAsync(deleted);
        string added = (await Api.Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "new@example.com" }, "1")).Data.Id;
        CliResult full = await Api.RunAsync(Database, "contacts", "--full");

        Assert.Equal((0, string.Empty), (unchanged.ExitCode, string.Join('\n', writes)));
        Assert.Equal((0, 1, 2, 1), SyncApi.Read(full, "contacts"));
        Assert.Equal(
            new[] { "123", tagged, added }.Order(StringComparer.Ordinal),
            MirrorFile.Query(Database, "SELECT DISTINCT id FROM writes WHERE table_name = 'contacts' AND kind <> 'DELETE' ORDER BY id")
        );
        Assert.Equal(["Renamed"], MirrorFile.Query(Database, "SELECT name FROM contacts WHERE id = '123'"));
        Assert.Equal(["789"], MirrorFile.Query(Database, $"SELECT related_id FROM contacts_tags WHERE id = '{tagged}'"));
        Assert.Empty(MirrorFile.Query(Database, $"SELECT id FROM contacts WHERE id = '{deleted}'"));
        Assert.Empty(MirrorFile.Query(Database, $"SELECT id FROM contacts_site WHERE id = '{deleted}'"));
        Assert.Empty(MirrorFile.Query(Database, "SELECT id FROM kajabi_seen"));
    }

    [Fact]
    public async Task Changes_while_a_run_reads_skip_no_resource_and_the_next_full_run_finds_them()
    {
        List<string> before = [.. (await Api.Kajabi.Contacts.ListAllContactsAsync().ReadAllAsync()).Select(contact => contact.Id)];
        string[] command = ["contacts", "--full", "--page-size", "5"];
        await Api.RunAsync(Database, command);
        int requests = 0;
        Api.OnRequest = async target =>
        {
            // Shifts the pages that remain and those that were read.
            if (target.StartsWith("/v1/contacts?", StringComparison.Ordinal) && ++requests is 4 or 6 or 9)
            {
                Api.Time.Advance(TimeSpan.FromMinutes(1));
                ContactAttributes added = new() { Email = $"during{requests}@example.com" };
                await Api.Kajabi.Contacts.DeleteContactAsync(before[requests]);
                await Api.Kajabi.Contacts.CreateContactAsync(added, "1");
                await Api.Kajabi.Contacts.UpdateContactAsync(
                    before[^(requests + 1)],
                    new ContactAttributes { Name = $"During {requests}" }
                );
            }
        };

        CliResult during = await Api.RunAsync(Database, command);
        Api.OnRequest = null;
        CliResult after = await Api.RunAsync(Database, command);

        (_, int added, _, int deleted) = SyncApi.Read(during, "contacts");
        (_, int addedAfter, _, int deletedAfter) = SyncApi.Read(after, "contacts");
        Assert.Equal((3, 3), (added + addedAfter, deleted + deletedAfter));
        Assert.Equal(
            (await Api.Kajabi.Contacts.ListAllContactsAsync().ReadAllAsync())
                .Select(contact => $"{contact.Id}|{contact.Attributes.Name}")
                .Order(StringComparer.Ordinal),
            MirrorFile.Query(Database, "SELECT id, name FROM contacts").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_mirror_of_another_account_and_a_database_of_another_program_are_refused()
    {
        await Api.RunAsync(Database, "sites");
        CliResult otherAccount = await InProcessCli.RunAsync(new Dictionary<string, string>(), "sync", "sites", "--into", Database);
        string foreign = _folder.File("foreign.db");
        using (SqliteConnection connection = new($"Data Source={foreign};Pooling=false"))
        {
            connection.Open();
            MirrorFile.Query(connection, "CREATE TABLE sites (id INTEGER)");
        }

        CliResult otherProgram = await Api.RunAsync(foreign, "sites");

        Assert.Equal((2, 2), (otherAccount.ExitCode, otherProgram.ExitCode));
        Assert.Contains("is the mirror of another account", otherAccount.Error, StringComparison.Ordinal);
        Assert.Contains("has a table 'sites' that this command did not create", otherProgram.Error, StringComparison.Ordinal);
        Assert.Empty(MirrorFile.Query(foreign, "SELECT name FROM sqlite_master WHERE name LIKE 'kajabi%'"));
    }

    [Fact]
    public async Task A_file_that_another_run_uses_is_refused()
    {
        CliResult? other = null;
        Api.OnRequest = async _ => other ??= await Api.RunAsync(Database, "sites");

        CliResult result = await Api.RunAsync(Database, "sites");

        Assert.Equal((0, 2), (result.ExitCode, other?.ExitCode));
        Assert.Contains("is used by another run", other?.Error, StringComparison.Ordinal);
        Assert.Equal(["mirror.db"], _folder.Files);
    }

    public async Task InitializeAsync() => _api = await SyncApi.StartAsync();

    public Task DisposeAsync() => Api.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> Modes(CliResult result) => result.Json["types"]!.Select(static type => (string?)type["mode"]);
}
