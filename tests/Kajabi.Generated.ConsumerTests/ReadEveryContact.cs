using Refit;

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
        ListContactsQuery query = new() { SiteId = "1", HasTagId = "789", Include = [ContactInclude.Offers] };
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
        long? total = null;
        long? reached = null;

        #region pages
        ListContactsQuery query = new() { PageSize = 10, PageNumber = 2 };
        await foreach (ContactCollection page in kajabi.Contacts.ListAllContactsAsync(query).WithPrefetch().AsPages())
        {
            total = page.Meta?.TotalCount;
            reached = page.Meta?.CurrentPage; // Keep it: a later run begins there with PageNumber.
        }
        #endregion

        Assert.Equal((61L, 7L), (total, reached));
    }
}
