using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;

namespace Kajabi.Sandbox;

/// <content>Purchases and payments.</content>
public sealed partial class SandboxData
{
    /// <summary>
    /// Adds a purchase with what a checkout creates: the customer of the contact, an order, a payment unless the offer is free, and the
    /// access to the offer and its products. No webhook is called;
    /// <see cref="KajabiSandbox.SimulateCheckout(string, string)"/> calls them.
    /// </summary>
    /// <param name="contact">The contact.</param>
    /// <param name="offer">The offer, of the same site.</param>
    /// <param name="isGranted">Whether the offer was granted without an order and a payment. Default: false.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">
    /// Changes further attributes of the purchase, by their name in the API. A purchase with <c>deactivated_at</c> grants no access.
    /// Default: null.
    /// </param>
    /// <returns>The purchase, with its customer and its payment.</returns>
    /// <exception cref="ArgumentException">
    /// The contact or the offer does not exist, they belong to different sites, the id exists, or an attribute has the wrong type. Nothing
    /// is stored.
    /// </exception>
    public SandboxPurchase AddPurchase(
        SandboxContact contact,
        SandboxOffer offer,
        bool isGranted = false,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        lock (_store.SyncRoot)
        {
            SandboxResource buyer = Require(contact, AddContactRemedy, nameof(contact));
            SandboxResource bought = Require(offer, AddOfferRemedy, nameof(offer));
            ThrowIfOtherSite(bought, _store.GetSiteId(buyer)!, nameof(offer));
            NewResource purchase = Create(
                "purchases",
                id,
                PurchaseSeeder.CreateAttributes(_store, bought, isGranted),
                configure,
                nameof(id)
            );
            return new PurchaseSeeder(_store).Add(buyer, bought, purchase, isGranted);
        }
    }

    /// <summary>Adds another payment of a purchase, or a refund.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <param name="amountInCents">The amount in cents. Default: null, that of the purchase.</param>
    /// <param name="action">The kind, such as <c>charge</c>, <c>subscription_charge</c> or <c>refund</c>. Default: <c>charge</c>.</param>
    /// <param name="state">The state, such as <c>succeeded</c> or <c>failed</c>. Default: <c>succeeded</c>.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The purchase does not exist, the amount is negative, the id exists, or an attribute has the wrong type. Nothing is stored.
    /// </exception>
    public SandboxTransaction AddTransaction(
        SandboxPurchase purchase,
        int? amountInCents = null,
        string action = "charge",
        string state = "succeeded",
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amountInCents ?? 0, nameof(amountInCents));
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        lock (_store.SyncRoot)
        {
            SandboxResource paid = Require(purchase, "sandbox.Data.AddPurchase(contact, offer)", nameof(purchase));
            long cents = amountInCents ?? paid.GetCents("amount_in_cents");
            JsonObject attributes = PurchaseSeeder.CreatePaymentAttributes(paid, cents, action, state);
            SandboxResource payment = Create("transactions", id, attributes, configure, nameof(id)).Store();
            new PurchaseSeeder(_store).LinkPayment(payment, paid);
            return new SandboxTransaction(payment.Id);
        }
    }
}
