using System.Text.Json;
using Kajabi.JsonApi;

namespace Acme;

/// <summary>Documents, resources and attributes can be serialized with System.Text.Json, for example in a cache.</summary>
public sealed class SerializeContact : Example
{
    [Fact]
    public async Task A_deserialized_contact_is_updated()
    {
        KajabiClient kajabi = Client;
        ContactDocument document = await kajabi.Contacts.GetContactAsync("123", new GetContactQuery { Include = [ContactInclude.Offers] });

        #region serialize
        string json = JsonSerializer.Serialize(document);
        Contact contact = JsonSerializer.Deserialize<ContactDocument>(json)!.Data;
        contact.Attributes.Name = "Johanna B.";
        await kajabi.Contacts.UpdateContactAsync(contact.Id, contact.Attributes); // Sends the name only.
        #endregion

        Assert.Equal(2, contact.Offers.Count);
        Assert.Equal("Johanna B.", (await kajabi.Contacts.GetContactAsync("123")).Data.Attributes.Name);
        Assert.Equal("""{"name":"Johanna B."}""", JsonApiSerializer.Serialize(contact.Attributes, JsonApiSerializationMode.ChangedOnly));
    }

    [Fact]
    public async Task An_update_without_an_assigned_attribute_is_rejected()
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            Client.Contacts.UpdateContactAsync("123", new ContactAttributes())
        );

        Assert.Contains("No member is assigned", exception.Message, StringComparison.Ordinal);
    }
}
