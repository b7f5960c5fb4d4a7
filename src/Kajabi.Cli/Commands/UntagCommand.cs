namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi untag</c>: removes tags from a contact, or from many.</summary>
internal sealed class UntagCommand(Terminal terminal)
    : ContactTagCommand(terminal, "untag", "Remove tags from a contact, or from many.", "untagged", isAddition: false)
{
    protected override Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    ) => contacts.RemoveContactTagsAsync(contactId, tagIds, cancellationToken);
}
