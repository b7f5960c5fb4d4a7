using System.Globalization;

namespace Kajabi.Sandbox.Tests;

/// <summary>Contacts that are generated on demand instead of stored.</summary>
public sealed class GeneratedContactsTests
{
    private const string Site = KajabiSandboxOptions.GeneratedSiteId;

    [Fact]
    public async Task The_last_of_a_million_contacts_can_be_read()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000_000 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        ContactCollection last = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                SiteId = Site,
                PageSize = 400,
                PageNumber = 2500,
            }
        );
        ContactCollection beyond = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                SiteId = Site,
                PageSize = 400,
                PageNumber = 2501,
            }
        );

        Assert.Equal((400, 1_000_000, 2500), (last.Data.Count, last.Meta?.TotalCount, last.Meta?.TotalPages));
        Assert.Equal("contact0000001@example.com", last.Data[^1].Attributes.Email);
        Assert.Null(last.Links?.Next);
        Assert.Empty(beyond.Data);
    }

    [Fact]
    public async Task Each_contact_is_listed_once_in_order_with_its_related_resources()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_203 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        List<Contact> read = [];
        await foreach (
            Contact contact in kajabi.Contacts.ListAllContactsAsync(
                new ListContactsQuery
                {
                    SiteId = Site,
                    PageSize = 500,
                    Include = [ContactInclude.Tags, ContactInclude.Offers],
                }
            )
        )
        {
            read.Add(contact);
        }

        Assert.Equal(
            Enumerable.Range(1, 1_203).Reverse().Select(number => $"contact{number:D7}@example.com"),
            read.Select(contact => contact.Attributes.Email)
        );
        Assert.Equal(
            read.Select(contact => long.Parse(contact.Id, CultureInfo.InvariantCulture)).OrderDescending(),
            read.Select(contact => long.Parse(contact.Id, CultureInfo.InvariantCulture))
        );
        read.Reverse();
        Assert.Equal(("Every third", "Every fifth"), (read[15].Tags.Single().Attributes.Name, read[15].Offers.Single().Attributes.Title));
        Assert.Empty(read[1].Tags);
    }

    [Fact]
    public async Task Generated_and_seeded_contacts_are_one_list_and_can_be_filtered_and_read_by_id()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        ContactCollection all = await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { PageSize = 1 });
        ContactCollection tagged = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                SiteId = Site,
                HasTagId = "793",
                PageSize = 100,
                PageNumber = 4,
            }
        );
        Contact found = (
            await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "contact0000007@example.com" })
        ).Data.Single();

        Assert.Equal(("2148433060", 1_061), (all.Data.Single().Id, all.Meta?.TotalCount));
        Assert.Equal((34, 334), (tagged.Data.Count, tagged.Meta?.TotalCount));
        Assert.Equal("Contact 0000007", (await kajabi.Contacts.GetContactAsync(found.Id)).Data.Attributes.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Filtered_contacts_are_sorted_by_creation_together(bool isAscending)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        ListContactsQuery query = new()
        {
            Subscribed = true,
            Sort = isAscending ? [ContactSort.CreatedAt] : [],
            PageSize = 90,
        };

        IReadOnlyList<Contact> read = await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync();

        DateTimeOffset?[] times = [.. read.Select(contact => contact.Attributes.CreatedAt)];
        Assert.Equal(isAscending ? times.Order() : times.OrderDescending(), times);
        Assert.Equal(531, read.Select(static contact => contact.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Generated_and_seeded_contacts_are_sorted_by_creation_together(bool isDescending)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        ListContactsQuery query = new() { Sort = [isDescending ? ContactSort.CreatedAt.Descending : ContactSort.CreatedAt], PageSize = 90 };

        IReadOnlyList<Contact> read = await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync();
        IReadOnlyList<Contact> unsorted = await kajabi.Contacts.ListAllContactsAsync().ReadAllAsync();

        DateTimeOffset?[] times = [.. read.Select(contact => contact.Attributes.CreatedAt)];
        Assert.Equal(isDescending ? times.OrderDescending() : times.Order(), times);
        Assert.Equal(unsorted.Select(contact => contact.Id).Order(), read.Select(contact => contact.Id).Order());
        Assert.Equal(1_061, read.Count);
    }

    [Fact]
    public async Task Unsupported_operations_on_generated_contacts_are_rejected()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 10 });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        string id = (await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { SiteId = Site })).Data[0].Id;

        KajabiApiException changed = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Contacts.UpdateContactAsync(id, new ContactAttributes { Name = "x" })
        );
        KajabiApiException sorted = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Sort = [ContactSort.Email] })
        );

        Assert.Contains("cannot be changed", changed.Errors.Single().Detail, StringComparison.Ordinal);
        Assert.Contains("does not sort", sorted.Errors.Single().Detail, StringComparison.Ordinal);
        Assert.Equal(
            "1",
            (await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { SiteId = "1", Sort = [ContactSort.Email] }))
                .Data[0]
                .Relationships
                .Site
                .Identifier
                ?.Id
        );
    }
}
