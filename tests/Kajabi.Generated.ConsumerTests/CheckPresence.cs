namespace Acme;

/// <summary>Distinguishes an attribute that is null from one that is missing in the response.</summary>
public sealed class CheckPresence : Example
{
    [Fact]
    public async Task A_missing_attribute_is_not_treated_as_null()
    {
        KajabiClient kajabi = Client;

        #region presence
        ContactDocument document = await kajabi.Contacts.GetContactAsync(
            "2148433001",
            new GetContactQuery { Fields = { Contacts = [ContactField.Email, ContactField.PhoneNumber] } }
        );
        ContactAttributes contact = document.Data.Attributes;
        bool hasNoPhone = contact.IsPresent("phone_number") && contact.PhoneNumber is null;
        bool isNameUnknown = !contact.IsPresent("name");
        #endregion

        Assert.True(hasNoPhone);
        Assert.True(isNameUnknown);
    }
}
