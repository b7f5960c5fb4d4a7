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

    /// <summary>Returns the offer of the transaction itself, for a transaction whose purchases name none.</summary>
    private static IReadOnlyList<string> GetOwnOfferIds(Transaction transaction)
    {
#pragma warning disable CS0618 // Obsolete because of payments for several offers, which their purchases name: this is the fallback.
        ResourceIdentifier? own = transaction.Relationships.Offer.Identifier;
#pragma warning restore CS0618
        return own is { } offer ? [offer.Id] : [];
    }

    private static IEnumerable<string> GetOfferIds(Purchase purchase) =>
        (purchase.Relationships.Offer.Identifier is { } offer ? [offer] : purchase.Relationships.Offers.Identifiers).Select(
            static identifier => identifier.Id
        );
}
