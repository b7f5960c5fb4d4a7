namespace Acme;

/// <summary>Filters, sorting and sparse fieldsets are properties; what the contract does not list yet can be said too.</summary>
public sealed class NarrowAList : Story
{
    [Fact]
    public async Task Filters_sorting_and_fields_are_typed()
    {
        KajabiClient kajabi = Client;

        #region filters
        ContactCollection newest = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                EmailContains = "@example.com",
                Sort = [ContactSort.CreatedAt.Descending],
                Fields = { Contacts = [ContactField.Email] },
                PageSize = 5,
            }
        );
        #endregion

        Assert.Equal(5, newest.Data.Count);
        Assert.All(newest.Data, contact => Assert.True(contact.Attributes.IsPresent("email")));
        Assert.All(newest.Data, contact => Assert.False(contact.Attributes.IsPresent("name")));
    }

    [Fact]
    public async Task What_the_contract_does_not_list_yet_can_be_asked_for()
    {
        KajabiClient kajabi = Client;

        #region escape-hatch
        ContactCollection contacts = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                Include = ["offers"], // an include of tomorrow
                AdditionalParameters = { ["filter[search]"] = "johanna" }, // a filter of tomorrow
                Fields = { ["badges"] = ["title"] }, // a type of tomorrow
            }
        );
        string? glaze = (string?)contacts.Data[0].Attributes["custom_1"]; // an attribute of tomorrow
        #endregion

        Assert.Equal("Celadon", glaze);
        Assert.Equal("456", contacts.Data[0].Offers[0].Id);
    }
}
