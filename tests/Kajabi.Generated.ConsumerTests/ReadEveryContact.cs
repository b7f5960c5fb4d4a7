namespace Acme;

/// <summary>All pages of a list, each requested when it is reached.</summary>
public sealed class ReadEveryContact : Story
{
    [Fact]
    public async Task A_sequence_reads_page_after_page()
    {
        KajabiClient kajabi = Client;
        List<string?> names = [];

        #region every-contact
        ListContactsQuery query = new()
        {
            SiteId = "1",
            HasTagId = "789",
            Include = [ContactInclude.Offers],
        };
        await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(query))
        {
            names.Add(contact.Attributes.Name);
        }
        #endregion

        Assert.NotEmpty(names);
        Assert.Contains("Johanna Brandt", names);
    }

    [Fact]
    public async Task Pages_tell_how_many_there_are_and_reading_can_go_on_later()
    {
        KajabiClient kajabi = Client;
        int? saved = 2;
        int read = 0;
        long? total = null;

        #region pages
        ListContactsQuery query = new() { PageSize = 10, PageNumber = saved };
        await foreach (ContactCollection page in kajabi.Contacts.ListAllContactsAsync(query).WithPrefetch().AsPages())
        {
            read += page.Data.Count; // The next page is on its way meanwhile.
            total = page.Meta?.TotalCount;
            saved = page.NextPageNumber; // Where a later run begins; null when all is read.
        }
        #endregion

        Assert.Equal((51, 61L, null), (read, total, saved));
    }

    [Fact]
    public async Task Contacts_that_leave_the_list_are_all_read_before_the_first_one_is_changed()
    {
        KajabiClient kajabi = Client;

        #region read-all
        ListContactsQuery query = new() { SiteId = "1", HasTagId = "789" };
        foreach (Contact contact in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync())
        {
            await kajabi.Contacts.RemoveContactTagsAsync(contact.Id, ["789"]);
        }
        #endregion

        Assert.Empty((await kajabi.Contacts.ListContactsAsync(query)).Data);
    }
}
