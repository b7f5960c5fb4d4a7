using System.Globalization;
using Kajabi.IntegrationTests.Sandbox;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Paging;

/// <summary>A loop that removes from the list that it reads, over real sockets.</summary>
public sealed class ChangingListTests
{
    private const string Tag = "790";
    private const int Count = 30;

    private static readonly string[] s_tags = [Tag];

    [Fact]
    public async Task Removing_the_tag_that_the_filter_asks_for_is_noticed()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        ListContactsQuery query = await TagAsync(kajabi);
        int done = 0;

        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(async () =>
        {
            await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(query))
            {
                await kajabi.Contacts.RemoveContactTagsAsync(contact.Id, s_tags);
                done++;
            }
        });

        Assert.Equal((15, 2, 30, 15), (done, exception.PageNumber, exception.InitialTotalCount, exception.TotalCount));
    }

    [Fact]
    public async Task Reading_all_before_removing_does_all()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        ListContactsQuery query = await TagAsync(kajabi);

        foreach (Contact contact in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync())
        {
            await kajabi.Contacts.RemoveContactTagsAsync(contact.Id, s_tags);
        }

        Assert.Equal(0, (await kajabi.Contacts.ListContactsAsync(query)).Meta?.TotalCount);
    }

    [Fact]
    public async Task Adding_to_the_list_is_noticed()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
        ListContactsQuery query = await TagAsync(kajabi);
        HashSet<string> ids = [];

        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(async () =>
        {
            await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(query))
            {
                if (ids.Count == 0)
                {
                    await CreateAsync(kajabi, Count);
                }

                ids.Add(contact.Id);
            }
        });

        Assert.Equal((2, 30, 31), (exception.PageNumber, exception.InitialTotalCount, exception.TotalCount));
        Assert.InRange(ids.Count, Count, Count + 1);
    }

    /// <summary>Makes contacts with the tag, and the query that finds them in pages of fifteen.</summary>
    private static async Task<ListContactsQuery> TagAsync(KajabiClient kajabi)
    {
        ListContactsQuery query = new()
        {
            SiteId = "1",
            HasTagId = Tag,
            PageSize = 15,
        };
        foreach (Contact before in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync())
        {
            await kajabi.Contacts.RemoveContactTagsAsync(before.Id, s_tags);
        }

        for (int number = 0; number < Count; number++)
        {
            await CreateAsync(kajabi, number);
        }

        return query;
    }

    private static async Task CreateAsync(KajabiClient kajabi, int number)
    {
        string email = string.Create(CultureInfo.InvariantCulture, $"tagged{number}@example.com");
        ContactDocument created = await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = email }, siteId: "1");
        await kajabi.Contacts.AddContactTagsAsync(created.Data.Id, s_tags);
    }
}
