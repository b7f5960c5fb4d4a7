using System.Globalization;
using Kajabi.IntegrationTests.Reading;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Paging;

/// <summary>Moves all contacts from one tag to another, which removes them from the list that is read.</summary>
public sealed class ReadAllIdsTests
{
    private const string OldTag = "789";
    private const string NewTag = "790";
    private const int Count = 25;

    private static readonly string[] s_oldTag = [OldTag];
    private static readonly string[] s_newTag = [NewTag];

    private readonly ListContactsQuery _query = new()
    {
        SiteId = "1",
        HasTagId = OldTag,
        EmailContains = "@moved.example.com",
        PageSize = 10,
        Include = [ContactInclude.Tags],
        Fields = { Contacts = [ContactField.Name, ContactField.Email] },
    };

    [Fact]
    public async Task Everyone_is_moved_over_several_pages_and_all_ids_are_requested_first()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        SentRequests requests = new();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        using HttpMessageHandler recorder = requests.CreateHandler();
        using KajabiClient recorded = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            },
            recorder
        );
        await CreateContactsAsync(kajabi);
        List<string> order = [];

        foreach (string id in await recorded.Contacts.ListAllContactsAsync(_query).ReadAllIdsAsync())
        {
            order.Add(id);
            await MoveAsync(recorded, id);
        }

        Assert.Equal(Count, order.Distinct().Count());
        Assert.Equal((0L, (long)Count), (await CountAsync(kajabi, OldTag), await CountAsync(kajabi, NewTag)));
        Assert.Equal(
            [
                .. Enumerable.Repeat("GET /v1/contacts", 3),
                .. order.SelectMany(static id =>
                    (string[])[$"POST /v1/contacts/{id}/relationships/tags", $"DELETE /v1/contacts/{id}/relationships/tags"]
                ),
            ],
            requests.Paths
        );
        Assert.Equal(
            [
                "page[size]=10",
                "filter[site_id]=1",
                "filter[email_contains]=@moved.example.com",
                "filter[has_tag_id]=789",
                "fields[contacts]=created_at",
            ],
            requests.Last("/v1/contacts").Where(static parameter => !parameter.StartsWith("page[number]", StringComparison.Ordinal))
        );
        Assert.Equal([ContactField.Name, ContactField.Email], _query.Fields.Contacts);
    }

    [Fact]
    public async Task A_loop_that_reads_and_changes_at_the_same_time_skips_contacts()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        await CreateContactsAsync(kajabi);

        await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(_query).WithoutChangeDetection())
        {
            await MoveAsync(kajabi, contact.Id);
        }

        Assert.NotEqual(0, await CountAsync(kajabi, OldTag));
    }

    private static async Task CreateContactsAsync(KajabiClient kajabi)
    {
        for (int number = 0; number < Count; number++)
        {
            string email = string.Create(CultureInfo.InvariantCulture, $"c{number}@moved.example.com");
            ContactDocument created = await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = email }, siteId: "1");
            await kajabi.Contacts.AddContactTagsAsync(created.Data.Id, s_oldTag);
        }
    }

    private static async Task MoveAsync(KajabiClient kajabi, string id)
    {
        await kajabi.Contacts.AddContactTagsAsync(id, s_newTag);
        await kajabi.Contacts.RemoveContactTagsAsync(id, s_oldTag);
    }

    private static async Task<long?> CountAsync(KajabiClient kajabi, string tag)
    {
        ListContactsQuery query = new()
        {
            SiteId = "1",
            HasTagId = tag,
            EmailContains = "@moved.example.com",
        };
        return (await kajabi.Contacts.ListContactsAsync(query)).Meta?.TotalCount;
    }
}
