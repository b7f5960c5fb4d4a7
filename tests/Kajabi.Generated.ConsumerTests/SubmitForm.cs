namespace Acme;

/// <summary>Submits a form like a visitor, with custom fields by handle.</summary>
public sealed class SubmitForm : Example
{
    [Fact]
    public async Task A_form_is_submitted()
    {
        KajabiClient kajabi = Client;

        #region submit
        FormSubmissionDocument submission = await kajabi.Forms.SubmitFormAsync(
            "801",
            new FormSubmissionAttributes
            {
                Name = "Ada Byron",
                Email = "ada@example.com",
                ["custom_1"] = "Celadon",
            }
        );
        #endregion

        Assert.Equal("ada@example.com", submission.Data.Attributes.Email);
        Contact? sender = await kajabi.Contacts.FindContactByEmailAsync("ada@example.com", siteId: "1");
        Assert.Equal("Ada Byron", sender?.Attributes.Name);
        Assert.Equal("789", (await kajabi.Contacts.GetContactTagsRelationshipAsync(sender!.Id)).Data.Single().Id);
    }
}
