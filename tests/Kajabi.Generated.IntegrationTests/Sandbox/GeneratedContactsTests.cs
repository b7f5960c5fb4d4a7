using System.Globalization;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Sandbox;

/// <summary>More contacts than a test could store.</summary>
public sealed class GeneratedContactsTests
{
    private const string Site = KajabiSandboxOptions.GeneratedSiteId;

    [Fact]
    public async Task The_last_page_of_a_million_comes_like_the_first()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000_000 });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);

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
        Assert.Equal("contact1000000@example.com", last.Data[^1].Attributes.Email);
        Assert.Null(last.Links?.Next);
        Assert.Empty(beyond.Data);
    }

    [Fact]
    public async Task Each_comes_once_in_order_with_what_belongs_to_it()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_203 });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);

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
            Enumerable.Range(1, 1_203).Select(number => $"contact{number:D7}@example.com"),
            read.Select(contact => contact.Attributes.Email)
        );
        Assert.Equal(
            read.Select(contact => long.Parse(contact.Id, CultureInfo.InvariantCulture)).Order(),
            read.Select(contact => long.Parse(contact.Id, CultureInfo.InvariantCulture))
        );
        Assert.Equal(("Every third", "Every fifth"), (read[15].Tags.Single().Attributes.Name, read[15].Offers.Single().Attributes.Title));
        Assert.Empty(read[1].Tags);
    }

    [Fact]
    public async Task They_are_filtered_found_by_id_and_stand_behind_the_seeded_ones()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);

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

        Assert.Equal(("123", 1_061), (all.Data.Single().Id, all.Meta?.TotalCount));
        Assert.Equal((34, 334), (tagged.Data.Count, tagged.Meta?.TotalCount));
        Assert.Equal("Contact 0000007", (await kajabi.Contacts.GetContactAsync(found.Id)).Data.Attributes.Name);
    }

    [Fact]
    public async Task What_cannot_be_done_with_them_is_refused_and_not_ignored()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 10 });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
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
