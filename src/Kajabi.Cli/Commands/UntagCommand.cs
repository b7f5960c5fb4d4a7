namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi untag</c>: removes tags from a contact.</summary>
internal sealed class UntagCommand(Terminal terminal) : ContactTagCommand(terminal, "untag", "Remove tags from a contact.", "untagged")
{
    protected override Task WriteAsync(
        IContactsApi contacts,
        string contactId,
        IReadOnlyCollection<string> tagIds,
        CancellationToken cancellationToken
    ) => contacts.RemoveContactTagsAsync(contactId, tagIds, cancellationToken);
}
