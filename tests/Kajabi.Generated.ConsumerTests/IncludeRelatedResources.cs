using Kajabi.JsonApi;

namespace Acme;

/// <summary>One request reads a contact with its offers, tags and customer, linked to each other.</summary>
public sealed class IncludeRelatedResources : Example
{
    [Fact]
    public async Task Included_resources_are_properties_of_the_contact()
    {
        KajabiClient kajabi = Client;

        #region include
        ContactDocument document = await kajabi.Contacts.GetContactAsync(
            "123",
            new GetContactQuery
            {
                Include = [ContactInclude.Offers, ContactInclude.Tags, ContactInclude.Customer],
                Fields = { Customers = [CustomerField.NetRevenue] },
            }
        );
        Contact contact = document.Data;
        string? email = contact.Attributes.Email;
        long? cents = contact.Offers[0].Attributes.PriceInCents;
        string? revenue = contact.Customer?.Attributes.NetRevenue;
        #endregion

        Assert.Equal(("johanna@example.com", 19900, "199.0"), (email, cents, revenue));
        Assert.Equal(["Workshop 2026", "Wholesale"], contact.Tags.Select(tag => tag.Attributes.Name));
    }

    [Fact]
    public async Task The_state_of_a_relationship_shows_whether_it_is_empty_or_was_not_included()
    {
        KajabiClient kajabi = Client;
        Contact contact = (await kajabi.Contacts.GetContactAsync("123")).Data;

        #region require
        Customer? customer = contact.Customer; // null: not included in the response
        RelationshipState state = contact.Relationships.Customer.State; // IdentifiersOnly: but there is a customer
        #endregion

        Assert.Null(customer);
        Assert.Equal(RelationshipState.IdentifiersOnly, state);
        RelationshipNotLoadedException exception = Assert.Throws<RelationshipNotLoadedException>(() =>
            contact.Relationships.Customer.Require()
        );
        Assert.Contains("customer", exception.Message, StringComparison.Ordinal);
    }
}
