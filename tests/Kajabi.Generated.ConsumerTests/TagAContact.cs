namespace Acme;

/// <summary>Tags by their names: the API knows ids only, and cannot make tags.</summary>
public sealed class TagAContact : Story
{
    [Fact]
    public async Task Tags_are_found_by_name_and_put_on_a_contact()
    {
        KajabiClient kajabi = Client;

        #region tags
        IReadOnlyList<string> tags = await kajabi.ContactTags.FindContactTagIdsAsync(["Wholesale"], siteId: "1");
        await kajabi.Contacts.AddContactTagsAsync("2148433001", tags);
        #endregion

        LinkageDocument linkage = await kajabi.Contacts.GetContactTagsLinkageAsync("2148433001");
        Assert.Equal(["790"], linkage.Data.Select(tag => tag.Id));
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_before_anything_is_written()
    {
        KajabiClient kajabi = Client;

        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() => kajabi.ContactTags.FindContactTagIdsAsync(["Wholesale", "Retail"], siteId: "1"));

        Assert.Contains("'Retail'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_every_tag_has_to_be_said()
    {
        KajabiClient kajabi = Client;

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Contacts.ReplaceContactTagsAsync("123", []));
        LinkageDocument left = await kajabi.Contacts.ReplaceContactTagsAsync("123", [], EmptyList.RemovesAll);

        Assert.Empty(left.Data);
    }
}
