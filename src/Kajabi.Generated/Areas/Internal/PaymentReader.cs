namespace Kajabi.Areas.Internal;

/// <summary>Reads what a payment paid for from its transaction.</summary>
internal static class PaymentReader
{
    /// <summary>
    /// Returns whether a transaction contains its purchases with the ids of their offers. An empty list does not prove that there are none:
    /// a payment was made for something.
    /// </summary>
    public static bool HasContents(Transaction transaction) =>
        transaction.Relationships.Purchases is { State: RelationshipState.Loaded, Resources: var purchases }
        && purchases.All(static purchase => GetOfferIds(purchase).Any());

    /// <exception cref="RelationshipNotLoadedException">The transaction does not contain all its purchases.</exception>
    public static PaymentContents Read(Transaction transaction)
    {
        IReadOnlyList<Purchase> purchases = transaction.Relationships.Purchases.Require();
        List<string> offerIds = [.. purchases.SelectMany(GetOfferIds).Distinct(StringComparer.Ordinal)];
        return new PaymentContents(purchases, offerIds.Count > 0 ? offerIds : GetOwnOfferIds(transaction));
    }

    /// <summary>
    /// Returns the id of the offer of the transaction itself, if there is one. It is read by its name, so that this also works without the
    /// property, which is obsolete because a payment for several offers has no offer of its own.
    /// </summary>
    private static IReadOnlyList<string> GetOwnOfferIds(Transaction transaction) =>
        [.. transaction.Relationships["offer"]?.Identifiers.Select(static offer => offer.Id) ?? []];

    private static IEnumerable<string> GetOfferIds(Purchase purchase) =>
        (purchase.Relationships.Offer.Identifier is { } offer ? [offer] : purchase.Relationships.Offers.Identifiers).Select(
            static identifier => identifier.Id
        );
}
