namespace Acme;

/// <summary>Enumerates all pages of a list; each page is requested when needed.</summary>
public sealed class ReadAllContacts : Example
{
    [Fact]
    public async Task All_pages_are_enumerated()
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
    public async Task Pages_contain_totals_and_reading_can_be_resumed()
    {
        KajabiClient kajabi = Client;
        int? saved = 2;
        int read = 0;
        long? total = null;

        #region pages
        ListContactsQuery query = new() { PageSize = 10, PageNumber = saved };
        await foreach (ContactCollection page in kajabi.Contacts.ListAllContactsAsync(query).WithPrefetch().AsPages())
        {
            read += page.Data.Count; // The next page is being requested meanwhile.
            total = page.Meta?.TotalCount;
            saved = page.NextPageNumber; // Where a later run resumes; null after the last page.
        }
        #endregion

        Assert.Equal((51, 61L, null), (read, total, saved));
    }

    [Fact]
    public async Task All_ids_are_read_before_changes_remove_contacts_from_the_list()
    {
        KajabiClient kajabi = Client;

        #region read-all-ids
        ListContactsQuery query = new() { SiteId = "1", HasTagId = "789" };
        foreach (string id in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllIdsAsync())
        {
            await kajabi.Contacts.AddContactTagsAsync(id, ["790"]);
            await kajabi.Contacts.RemoveContactTagsAsync(id, ["789"]);
        }
        #endregion

        Assert.Equal("GET /v1/contacts?filter[site_id]=1&filter[has_tag_id]=789&fields[contacts]=created_at", Requests[0]);
        Assert.Equal(
            ["POST /v1/contacts/123/relationships/tags", "DELETE /v1/contacts/123/relationships/tags"],
            Requests.Where(request => request.Contains("/123/", StringComparison.Ordinal))
        );
        Assert.Equal(1 + (2 * 11), Requests.Count);
        Assert.Empty((await kajabi.Contacts.ListContactsAsync(query)).Data);
    }
}
