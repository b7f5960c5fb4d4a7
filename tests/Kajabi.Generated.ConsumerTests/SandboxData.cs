namespace Acme;

/// <summary>The data of the sandbox that <c>docs/testing.md</c> describes.</summary>
public sealed class SandboxData : Example
{
    [Fact]
    public async Task The_data_is_as_documented()
    {
        KajabiClient kajabi = Client;
        await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes { Event = WebhookEventType.TagAdded, TargetUrl = "http://127.0.0.1:9/" },
            siteId: "1"
        );
        await kajabi.Contacts.AddContactTagsAsync("123", ["790"]); // The contact has this tag.

        Assert.Empty(await Sandbox.WaitForDeliveriesAsync());
        Contact contact = (
            await kajabi.Contacts.GetContactAsync(
                "123",
                new GetContactQuery { Include = [ContactInclude.Customer, ContactInclude.Offers, ContactInclude.Tags] }
            )
        ).Data;
        Assert.Equal(("Johanna Brandt", "johanna@example.com"), (contact.Attributes.Name, contact.Attributes.Email));
        Assert.Equal(("1", "321"), (contact.Relationships.Site.Identifier?.Id, contact.Customer?.Id));
        Assert.Equal([("456", 19900L), ("457", 0L)], contact.Offers.Select(offer => (offer.Id, offer.Attributes.PriceInCents ?? -1)));
        Assert.Equal([("789", "Workshop 2026"), ("790", "Wholesale")], contact.Tags.Select(tag => (tag.Id, tag.Attributes.Name)));
        Assert.Equal(["1", "2148432935"], (await kajabi.Sites.ListAllSitesAsync().ReadAllAsync()).Select(site => site.Id));
        Assert.Equal(61, (await kajabi.Contacts.ListAllContactsAsync().ReadAllAsync()).Count);
        Purchase bought = (await kajabi.Purchases.GetPurchaseAsync(Sandbox.SimulateCheckout("2148433001", "456"))).Data;
        Assert.Equal("456", bought.Relationships.Offer.Identifier?.Id);
        Assert.Equal(3500, (await kajabi.Offers.GetOfferAsync("458")).Data.Attributes.PriceInCents);
    }
}
