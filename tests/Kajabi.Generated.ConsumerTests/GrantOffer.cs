namespace Acme;

/// <summary>Granting an offer makes the contact a customer; the welcome e-mail is optional.</summary>
public sealed class GrantOffer : Example
{
    [Fact]
    public async Task An_offer_is_granted_and_revoked()
    {
        KajabiClient kajabi = Client;

        #region grant
        await kajabi.Contacts.GrantContactOffersAsync("2148433001", ["456"], WelcomeEmail.DoNotSend);
        #endregion

        Contact contact = (
            await kajabi.Contacts.GetContactAsync("2148433001", new() { Include = [ContactInclude.Customer, ContactInclude.Offers] })
        ).Data;
        Assert.Equal("456", contact.Offers.Single().Id);
        Assert.NotNull(contact.Customer);

        await kajabi.Contacts.RevokeContactOffersAsync("2148433001", ["456"]);
        Assert.Empty((await kajabi.Contacts.GetContactOffersRelationshipAsync("2148433001")).Data);
    }
}
