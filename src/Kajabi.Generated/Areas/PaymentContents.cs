namespace Kajabi;

/// <summary>What a payment paid for: one purchase, or several if one charge covers several offers (a bundled payment).</summary>
public sealed class PaymentContents
{
    internal PaymentContents(IReadOnlyList<Purchase> purchases, IReadOnlyList<string> offerIds) =>
        (Purchases, OfferIds) = (purchases, offerIds);

    /// <summary>
    /// Gets the purchases, in the order of the API; empty if the API lists none. <see cref="PurchaseAttributes.AmountInCents"/> of each
    /// is its part of the payment.
    /// </summary>
    public IReadOnlyList<Purchase> Purchases { get; }

    /// <summary>
    /// Gets the ids of the bought offers, in the order of the purchases and each once. A purchase whose offer the API does not name
    /// adds none. If no purchase names an offer, it is the offer of the payment; empty if that names none either.
    /// </summary>
    public IReadOnlyList<string> OfferIds { get; }
}
