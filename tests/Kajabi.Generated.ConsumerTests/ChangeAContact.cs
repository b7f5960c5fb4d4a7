namespace Acme;

/// <summary>What a program does to a contact that exists: change it, tag it, let it into a course.</summary>
public sealed class ChangeAContact : Story
{
    [Fact]
    public async Task A_contact_is_changed_tagged_and_granted_an_offer()
    {
        KajabiClient kajabi = Client;
        string id = "2148433001";

        #region change
        // What was assigned is sent, null included; what was not is left out.
        await kajabi.Contacts.UpdateContactAsync(id, new ContactAttributes { Name = "Ines F.", PhoneNumber = null });

        await kajabi.Contacts.AddContactTagsAsync(id, ["789"]);

        // A mail goes out or does not because you said so.
        await kajabi.Contacts.GrantContactOffersAsync(id, ["456"], WelcomeEmail.DoNotSend);
        #endregion

        Contact contact = (
            await kajabi.Contacts.GetContactAsync(id, new GetContactQuery { Include = [ContactInclude.Tags, ContactInclude.Offers] })
        ).Data;
        Assert.Equal(("Ines F.", null), (contact.Attributes.Name, contact.Attributes.PhoneNumber));
        Assert.NotNull(contact.Attributes.Email);
        Assert.Equal(("789", "456"), (contact.Tags.Single().Id, contact.Offers.Single().Id));
    }
}
