using Kajabi.JsonApi;

namespace Acme;

/// <summary>Resources, documents and pages can be built in a test without JSON, related resources included.</summary>
public sealed class BuildResourcesByHand
{
    private static Contact Ann
    {
        get
        {
            #region by-hand
            Contact contact = new()
            {
                Id = "123",
                Attributes = { Name = "Ann", Email = "ann@example.com" },
                Offers = [new Offer { Id = "1", Attributes = { PriceInCents = 19900 } }],
                Customer = new Customer { Id = "4" },
            };
            ContactDocument document = new() { Data = contact };
            ContactCollection page = new() { Data = [contact] };
            #endregion

            Assert.Same(contact, document.Data);
            Assert.Same(contact, page.Data[0]);
            return contact;
        }
    }

    [Fact]
    public void Related_resources_are_properties_of_the_contact()
    {
        Contact contact = Ann;

        Assert.Equal(19900, contact.Offers[0].Attributes.PriceInCents);
        Assert.Equal("4", contact.Customer?.Id);
        Assert.Equal(RelationshipState.Loaded, contact.Relationships.Offers.State);
        Assert.Throws<RelationshipNotLoadedException>(() => contact.Tags.Count);
    }

    [Fact]
    public void A_document_includes_the_related_resources_and_survives_JSON()
    {
        ContactDocument document = new() { Data = Ann };

        Assert.Equal(["1", "4"], document.Included.Select(static resource => resource.Id).Order(StringComparer.Ordinal));
        Assert.Same(document.Data.Offers[0], document.Find("offers", "1"));
        ContactDocument read = JsonApiSerializer.Deserialize<ContactDocument>(JsonApiSerializer.Serialize(document));
        Assert.Equal(19900, read.Data.Offers[0].Attributes.PriceInCents);
        Assert.Equal("4", read.Data.Customer?.Id);
        Assert.Equal(2, read.Included.Count);
    }

    [Fact]
    public void A_related_resource_needs_an_id()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Contact { Offers = [new Offer()] });

        Assert.Contains("Set its Id", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_is_a_known_empty_relationship()
    {
        Contact contact = new()
        {
            Id = "1",
            Tags = [],
            Customer = null,
        };

        Assert.Empty(contact.Tags);
        Assert.Equal(RelationshipState.Empty, contact.Relationships.Tags.State);
        Assert.Equal(RelationshipState.Empty, contact.Relationships.Customer.State);
    }
}
