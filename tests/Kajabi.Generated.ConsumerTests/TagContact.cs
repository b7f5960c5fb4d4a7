using Kajabi.JsonApi;

namespace Acme;

/// <summary>Tags by name: the API only accepts ids and cannot create tags.</summary>
public sealed class TagContact : Example
{
    [Fact]
    public async Task Tags_are_added_to_a_contact_by_name()
    {
        KajabiClient kajabi = Client;

        #region tags
        await kajabi.AddContactTagsByNameAsync("2148433001", ["Wholesale"], siteId: "1");
        #endregion

        RelationshipDocument linkage = await kajabi.Contacts.GetContactTagsRelationshipAsync("2148433001");
        Assert.Equal(["790"], linkage.Data.Select(tag => tag.Id));
    }

    [Fact]
    public async Task An_unknown_tag_name_throws_before_anything_is_written()
    {
        KajabiClient kajabi = Client;

        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.AddContactTagsByNameAsync("2148433001", ["Wholesale", "Retail"], siteId: "1")
        );

        Assert.Contains("'Retail'", unknown.Message, StringComparison.Ordinal);
        Assert.Empty((await kajabi.Contacts.GetContactTagsRelationshipAsync("2148433001")).Data);
    }

    [Fact]
    public async Task Tags_are_removed_by_name()
    {
        KajabiClient kajabi = Client;

        #region untag
        IReadOnlyList<string> tags = await kajabi.ContactTags.FindContactTagIdsAsync(["Wholesale"], siteId: "1");
        await kajabi.Contacts.RemoveContactTagsAsync("123", tags);
        #endregion

        Assert.Equal(["789"], (await kajabi.Contacts.GetContactTagsRelationshipAsync("123")).Data.Select(tag => tag.Id));
    }

    [Fact]
    public async Task Removing_all_tags_must_be_explicit()
    {
        KajabiClient kajabi = Client;

        #region replace
        await kajabi.Contacts.ReplaceContactTagsAsync("123", ["790"]); // only this tag
        await kajabi.Contacts.ReplaceContactTagsAsync("123", [], EmptyListBehavior.RemoveAll); // no tags
        #endregion

        Assert.Empty((await kajabi.Contacts.GetContactTagsRelationshipAsync("123")).Data);
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Contacts.ReplaceContactTagsAsync("123", []));
    }
}
