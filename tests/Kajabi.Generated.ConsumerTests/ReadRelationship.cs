using Kajabi.JsonApi;

namespace Acme;

/// <summary>Reads the ids of related resources without the resources.</summary>
public sealed class ReadRelationship : Example
{
    [Fact]
    public async Task A_relationship_is_read_as_identifiers()
    {
        KajabiClient kajabi = Client;

        #region linkage
        RelationshipDocument tags = await kajabi.Contacts.GetContactTagsRelationshipAsync("123");
        bool isTagged = tags.Data.Any(tag => tag.Id == "789");
        #endregion

        Assert.True(isTagged);
        Assert.Equal([new ResourceIdentifier("contact_tags", "789"), new ResourceIdentifier("contact_tags", "790")], tags.Data);
    }
}
