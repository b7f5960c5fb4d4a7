using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Internal.Writing;

namespace Kajabi.Sandbox;

/// <content>Checkouts and activation links, which the API has no operation for.</content>
public sealed partial class KajabiSandbox
{
    /// <summary>
    /// Simulates that a contact buys an offer at a checkout, for which the API has no operation: creates an order, a payment unless
    /// the offer is free, and a purchase, and publishes their events.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="offerId">The id of the offer.</param>
    /// <returns>The id of the purchase.</returns>
    /// <exception cref="ArgumentException">The offer does not exist, or the contact is not a stored one.</exception>
    public string SimulateCheckout(string contactId, string offerId) => SimulateCheckout(contactId, [offerId])[0];

    /// <summary>
    /// Simulates that a contact buys several offers at one checkout: creates one order, one payment for the offers that are not free,
    /// and a purchase for each offer, and publishes their events. A payment for several offers (a bundled payment) is one
    /// <c>payment_succeeded</c> event without an offer, and its purchases name what was bought.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="offerIds">The ids of the offers; at least one.</param>
    /// <returns>The ids of the purchases, in the order of the offers.</returns>
    /// <exception cref="ArgumentException">
    /// An offer does not exist or occurs twice, there is no offer, the contact is not a stored one, or the offers cannot be charged
    /// together: one of several is a subscription, or their currencies differ.
    /// </exception>
    /// <example>
    /// <code>
    /// IReadOnlyList&lt;string&gt; purchaseIds = sandbox.SimulateCheckout("123", ["456", "458"]);
    /// </code>
    /// </example>
    public IReadOnlyList<string> SimulateCheckout(string contactId, IReadOnlyCollection<string> offerIds)
    {
        ArgumentNullException.ThrowIfNull(offerIds);
        lock (_store.SyncRoot)
        {
            SandboxResource contact =
                _store.GetAll("contacts").FirstOrDefault(contact => contact.Id == contactId)
                ?? throw new ArgumentException($"The contact {contactId} does not exist.", nameof(contactId));
            IReadOnlyList<SandboxResource> offers = CheckoutOffers.Find(_store, offerIds);
            WebhookPublisher publisher = new(_store, _sender, Origin);
            return [.. new Checkout(_store, publisher).Sell(contact, offers).Select(static purchase => purchase.Id)];
        }
    }

    /// <summary>
    /// Returns the activation link of an offer, which grants it without an API key; the deactivation link ends in <c>deactivate</c>
    /// instead of <c>activate</c>. No e-mail is sent.
    /// </summary>
    /// <param name="offerId">The id of the offer.</param>
    /// <returns>The link, on the <see cref="BaseAddress"/>. Each sandbox has its own secret.</returns>
    /// <exception cref="ArgumentException">The offer does not exist.</exception>
    /// <example><code>OfferLink link = OfferLink.Parse(sandbox.GetOfferLink("456").AbsoluteUri);</code></example>
    public Uri GetOfferLink(string offerId)
    {
        lock (_store.SyncRoot)
        {
            return _store.Find("offers", offerId) is null
                ? throw new ArgumentException($"The offer {offerId} does not exist.", nameof(offerId))
                : new Uri(BaseAddress, _router.GetOfferLink(offerId));
        }
    }
}
