using System.CommandLine;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi revoke</c>: revokes offers of a contact or a customer, or the offer of a link.</summary>
internal sealed class RevokeCommand(Terminal terminal)
    : OfferCommand(
        terminal,
        "revoke",
        "Revoke offers of one or many, and the access that they grant.",
        "revoked",
        isAddition: false,
        [
            "kajabi revoke contact 123 456",
            "kajabi revoke contacts 456 --from contacts --filter site_id=1 --filter has_offer_id=456 --report revoked.ndjson",
        ]
    )
{
    protected override Func<KajabiClient, CancellationToken, Task> Prepare(
        ParseResult result,
        ResourceIdentifier owner,
        IReadOnlyCollection<string> offerIds
    ) =>
        owner.Type == Contacts
            ? (kajabi, cancellationToken) => kajabi.Contacts.RevokeContactOffersAsync(owner.Id, offerIds, cancellationToken)
            : (kajabi, cancellationToken) => kajabi.Customers.RevokeCustomerOffersAsync(owner.Id, offerIds, cancellationToken);

    protected override Func<IOfferLinkClient, OfferLink, OfferLinkMember, CancellationToken, Task<OfferLinkResult>> PrepareLink(
        ParseResult result
    ) => static (links, link, member, cancellationToken) => links.RevokeAsync(link, member, cancellationToken);
}
