using System.Globalization;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Paging;

/// <summary>Lists that change while they are enumerated, over real sockets.</summary>
public sealed class ChangingListTests
{
    private const string Tag = "790";
    private const int Count = 30;

    private static readonly string[] s_tags = [Tag];

    [Fact]
    public async Task Removing_the_filtered_tag_while_enumerating_throws()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        ListContactsQuery query = await TagAsync(kajabi);
        int removed = 0;

        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(async () =>
        {
            await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(query))
            {
                await kajabi.Contacts.RemoveContactTagsAsync(contact.Id, s_tags);
                removed++;
            }
        });

        Assert.Equal((15, 2, 30, 15), (removed, exception.PageNumber, exception.InitialTotalCount, exception.TotalCount));
    }

    [Fact]
    public async Task Reading_all_contacts_before_removing_the_tag_processes_all()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        ListContactsQuery query = await TagAsync(kajabi);

        foreach (Contact contact in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync())
        {
            await kajabi.Contacts.RemoveContactTagsAsync(contact.Id, s_tags);
        }

        Assert.Equal(0, (await kajabi.Contacts.ListContactsAsync(query)).Meta?.TotalCount);
    }

    [Fact]
    public async Task Adding_contacts_while_enumerating_throws()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
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

    /// <summary>Creates contacts with the tag; returns a query for them with a page size of 15.</summary>
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
