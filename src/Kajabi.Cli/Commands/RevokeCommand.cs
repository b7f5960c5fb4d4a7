using System.CommandLine;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi revoke</c>: revokes offers of a contact or a customer.</summary>
internal sealed class RevokeCommand(Terminal terminal)
    : OfferCommand(terminal, "revoke", "Revoke offers and the access that they grant.", "revoked")
{
    protected override Func<KajabiClient, CancellationToken, Task> Prepare(
        ParseResult result,
        ResourceIdentifier owner,
        IReadOnlyCollection<string> offerIds
    ) =>
        owner.Type == Contacts
            ? (kajabi, cancellationToken) => kajabi.Contacts.RevokeContactOffersAsync(owner.Id, offerIds, cancellationToken)
            : (kajabi, cancellationToken) => kajabi.Customers.RevokeCustomerOffersAsync(owner.Id, offerIds, cancellationToken);
}
