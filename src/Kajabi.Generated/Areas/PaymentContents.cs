namespace Kajabi;

/// <summary>What a payment paid for: one purchase, or several if one charge covers several offers (a bundled payment).</summary>
public sealed class PaymentContents
{
    internal PaymentContents(Transaction transaction)
    {
        Purchases = transaction.Relationships.Purchases.Require();
        OfferIds = [.. Purchases.SelectMany(GetOfferIds).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Gets the purchases, in the order of the API; empty if the API lists none. <see cref="PurchaseAttributes.AmountInCents"/> of each
    /// is its part of the payment.
    /// </summary>
    public IReadOnlyList<Purchase> Purchases { get; }

    /// <summary>
    /// Gets the ids of the bought offers, in the order of the purchases and each once. A purchase whose offer the API does not name
    /// adds none.
    /// </summary>
    public IReadOnlyList<string> OfferIds { get; }

    /// <summary>Returns whether a transaction contains its purchases with the ids of their offers.</summary>
    internal static bool IsContainedIn(Transaction transaction) =>
        transaction.Relationships.Purchases is { State: RelationshipState.Empty or RelationshipState.Loaded, Resources: var purchases }
        && purchases.All(static purchase => GetOfferIds(purchase).Any());

    private static IEnumerable<string> GetOfferIds(Purchase purchase) =>
        (purchase.Relationships.Offer.Identifier is { } offer ? [offer] : purchase.Relationships.Offers.Identifiers).Select(
            static identifier => identifier.Id
        );
}
