namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi tag</c>: adds tags to a contact.</summary>
internal sealed class TagCommand(Terminal terminal)
    : ContactTagCommand(terminal, "tag", "Add existing tags to a contact. The API cannot create tags.", "tagged")
{
    protected override Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    ) => contacts.AddContactTagsAsync(contactId, tagIds, cancellationToken);
}
