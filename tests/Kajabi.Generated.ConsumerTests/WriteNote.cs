namespace Acme;

/// <summary>Internal notes about a contact.</summary>
public sealed class WriteNote : Example
{
    [Fact]
    public async Task A_note_is_created_updated_and_deleted()
    {
        KajabiClient kajabi = Client;

        #region note
        ContactNoteDocument note = await kajabi.ContactNotes.CreateContactNoteAsync(
            new ContactNoteAttributes { Body = "Wants a kiln." },
            contactId: "123"
        );
        await kajabi.ContactNotes.UpdateContactNoteAsync(note.Data.Id, new ContactNoteAttributes { Body = "Has a kiln." });
        #endregion

        Assert.Equal("Has a kiln.", (await kajabi.ContactNotes.GetContactNoteAsync(note.Data.Id)).Data.Attributes.Body);
        await kajabi.ContactNotes.DeleteContactNoteAsync(note.Data.Id);
    }
}
