using Kajabi.JsonApi;

namespace Acme;

/// <summary>Tags by their names: the API knows ids only, and cannot make tags.</summary>
public sealed class TagAContact : Story
{
    [Fact]
    public async Task Tags_are_found_by_name_and_put_on_a_contact()
    {
        KajabiClient kajabi = Client;

        #region tags
        await kajabi.AddContactTagsByNameAsync("2148433001", ["Wholesale"], siteId: "1");
        #endregion

        RelationshipDocument linkage = await kajabi.Contacts.GetContactTagsRelationshipAsync("2148433001");
        Assert.Equal(["790"], linkage.Data.Select(tag => tag.Id));
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_before_anything_is_written()
    {
        KajabiClient kajabi = Client;

        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.AddContactTagsByNameAsync("2148433001", ["Wholesale", "Retail"], siteId: "1")
        );

        Assert.Contains("'Retail'", unknown.Message, StringComparison.Ordinal);
        Assert.Empty((await kajabi.Contacts.GetContactTagsRelationshipAsync("2148433001")).Data);
    }

    [Fact]
    public async Task Tags_are_taken_off_by_name()
    {
        KajabiClient kajabi = Client;

        #region untag
        IReadOnlyList<string> tags = await kajabi.ContactTags.FindContactTagIdsAsync(["Wholesale"], siteId: "1");
        await kajabi.Contacts.RemoveContactTagsAsync("123", tags);
        #endregion

        Assert.Equal(["789"], (await kajabi.Contacts.GetContactTagsRelationshipAsync("123")).Data.Select(tag => tag.Id));
    }

    [Fact]
    public async Task Removing_every_tag_has_to_be_said()
    {
        KajabiClient kajabi = Client;

        #region replace
        await kajabi.Contacts.ReplaceContactTagsAsync("123", ["790"]); // exactly this one
        await kajabi.Contacts.ReplaceContactTagsAsync("123", [], EmptyListBehavior.RemoveAll); // none at all
        #endregion

        Assert.Empty((await kajabi.Contacts.GetContactTagsRelationshipAsync("123")).Data);
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Contacts.ReplaceContactTagsAsync("123", []));
    }
}
