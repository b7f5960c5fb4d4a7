namespace Kajabi.ColdStart;

/// <summary>Reads the name of a contact with the SDK.</summary>
internal static class SdkProgram
{
    public static async Task<string?> ReadNameAsync(Account account, string contactId)
    {
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = account.BaseAddress,
                ClientId = account.ClientId,
                ClientSecret = account.ClientSecret,
            }
        );
        ContactDocument contact = await kajabi.Contacts.GetContactAsync(contactId);
        return contact.Data.Attributes.Name;
    }
}
