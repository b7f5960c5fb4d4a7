namespace Acme;

/// <summary>Updates an existing contact, tags it and grants it an offer.</summary>
public sealed class UpdateContact : Example
{
    [Fact]
    public async Task A_contact_is_updated_tagged_and_granted_an_offer()
    {
        KajabiClient kajabi = Client;
        string id = "2148433001";

        #region change
        // Only assigned properties are sent, null included.
        await kajabi.Contacts.UpdateContactAsync(id, new ContactAttributes { Name = "Ines F.", PhoneNumber = null });

        await kajabi.Contacts.AddContactTagsAsync(id, ["789", "790"]);
        await kajabi.Contacts.RemoveContactTagsAsync(id, ["790"]);

        // You decide whether a welcome e-mail is sent.
        await kajabi.Contacts.GrantContactOffersAsync(id, ["456", "457"], WelcomeEmail.DoNotSend);
        await kajabi.Contacts.RevokeContactOffersAsync(id, ["457"]);
        #endregion

        Contact contact = (
            await kajabi.Contacts.GetContactAsync(id, new GetContactQuery { Include = [ContactInclude.Tags, ContactInclude.Offers] })
        ).Data;
        Assert.Equal(("Ines F.", null), (contact.Attributes.Name, contact.Attributes.PhoneNumber));
        Assert.NotNull(contact.Attributes.Email);
        Assert.Equal(("789", "456"), (contact.Tags.Single().Id, contact.Offers.Single().Id));
    }
}
