namespace Acme;

/// <summary>A site has up to 150 custom fields; each is read and written by its handle.</summary>
public sealed class CustomFields : Example
{
    [Fact]
    public async Task Custom_fields_are_read_and_written_by_handle()
    {
        KajabiClient kajabi = Client;

        #region custom-fields
        await kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { ["custom_17"] = "Tenmoku", Custom2 = null });

        ContactAttributes contact = (await kajabi.Contacts.GetContactAsync("123")).Data.Attributes;
        string? glaze = (string?)contact["custom_17"];
        #endregion

        Assert.Equal("Tenmoku", glaze);
        Assert.Null(contact.Custom2);
        Assert.Equal("Celadon", contact.Custom1);
    }

    [Fact]
    public async Task The_handle_of_a_field_is_found_by_its_title()
    {
        KajabiClient kajabi = Client;

        #region handles
        CustomFieldCollection fields = await kajabi.CustomFields.ListCustomFieldsAsync(
            new ListCustomFieldsQuery { SiteId = "1", TitleContains = "glaze" }
        );
        string? handle = fields.Data[0].Attributes.Handle;
        #endregion

        Assert.Equal("custom_1", handle);
    }
}
