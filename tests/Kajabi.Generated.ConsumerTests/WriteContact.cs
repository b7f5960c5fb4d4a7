namespace Acme;

/// <summary>Creates, updates and deletes a contact. Only assigned properties are sent, null included.</summary>
public sealed class WriteContact : Example
{
    [Fact]
    public async Task A_contact_is_created_updated_and_deleted()
    {
        KajabiClient kajabi = Client;

        #region write
        ContactDocument created = await kajabi.Contacts.CreateContactAsync(
            new ContactAttributes
            {
                Name = "Ada Byron",
                Email = "ada@example.com",
                PhoneNumber = "+44 20 5550100",
            },
            siteId: "1"
        );

        ContactDocument updated = await kajabi.Contacts.UpdateContactAsync(
            created.Data.Id,
            new ContactAttributes { PhoneNumber = null, ["custom_17"] = "blue" }
        );

        await kajabi.Contacts.DeleteContactAsync(created.Data.Id);
        #endregion

        Assert.Equal("Ada Byron", updated.Data.Attributes.Name);
        Assert.Null(updated.Data.Attributes.PhoneNumber);
        Assert.Equal("blue", (string?)updated.Data.Attributes["custom_17"]);
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync(created.Data.Id));
        Assert.Equal(KajabiErrorKind.NotFound, exception.Kind);
    }

    [Fact]
    public async Task A_contact_is_created_or_updated_by_its_email_address()
    {
        KajabiClient kajabi = Client;

        #region save-by-email
        ContactDocument saved = await kajabi.Contacts.SaveContactByEmailAsync(
            new ContactAttributes { Email = "johanna@example.com", Name = "Johanna B." },
            siteId: "1"
        );
        Contact? found = await kajabi.Contacts.FindContactByEmailAsync("johanna@example.com", siteId: "1");
        #endregion

        Assert.Equal("123", saved.Data.Id);
        Assert.Equal("Johanna B.", found?.Attributes.Name);
    }
}
