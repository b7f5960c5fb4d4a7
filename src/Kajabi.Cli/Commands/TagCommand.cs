namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi tag</c>: adds tags to a contact, or to many.</summary>
internal sealed class TagCommand(Terminal terminal)
    : ContactTagCommand(
        terminal,
        "tag",
        "Add existing tags to a contact, or to many. The API cannot create tags.",
        "tagged",
        isAddition: true
    )
{
    protected override Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    ) => contacts.AddContactTagsAsync(contactId, tagIds, cancellationToken);
}
