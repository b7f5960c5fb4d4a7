namespace Kajabi.Areas.Internal;

/// <summary>Reads what a payment paid for from its transaction.</summary>
internal static class PaymentReader
{
    /// <summary>Returns whether a transaction contains its purchases with the ids of their offers.</summary>
    public static bool HasContents(Transaction transaction) =>
        transaction.Relationships.Purchases is { State: RelationshipState.Empty or RelationshipState.Loaded, Resources: var purchases }
        && purchases.All(static purchase => GetOfferIds(purchase).Any());

    /// <exception cref="RelationshipNotLoadedException">The transaction does not contain all its purchases.</exception>
    public static PaymentContents Read(Transaction transaction)
    {
        IReadOnlyList<Purchase> purchases = transaction.Relationships.Purchases.Require();
        return new PaymentContents(purchases, [.. purchases.SelectMany(GetOfferIds).Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> GetOfferIds(Purchase purchase) =>
        (purchase.Relationships.Offer.Identifier is { } offer ? [offer] : purchase.Relationships.Offers.Identifiers).Select(
            static identifier => identifier.Id
        );
}
