namespace Acme;

/// <summary>An attribute that reads as null was sent as null, or was not sent at all; the two can be told apart.</summary>
public sealed class TellNullFromNotAsked : Story
{
    [Fact]
    public async Task What_was_not_asked_for_is_not_taken_for_empty()
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
