using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>
/// Creates, revokes and reactivates purchases and the access they grant. A granted offer is a free purchase; revoking it
/// deactivates the purchase.
/// </summary>
/// <param name="store">The data.</param>
/// <param name="publisher">Publishes purchase events.</param>
internal sealed class PurchaseService(SandboxStore store, WebhookPublisher publisher)
{
    /// <summary>Grants an offer, without an event unless <see cref="KajabiSandboxOptions.GrantsFireWebhooks"/> is set.</summary>
    public void Grant(SandboxResource customer, SandboxResource offer)
    {
        SandboxResource purchase = Add(customer, offer, cents: 0, paymentType: "free", status: "succeeded");
        if (publisher.GrantsFireWebhooks)
        {
            Publish(purchase);
        }
    }

    public SandboxResource Add(SandboxResource customer, SandboxResource offer, long cents, string paymentType, string status)
    {
        JsonObject attributes = new()
        {
            ["amount_in_cents"] = cents,
            ["payment_type"] = paymentType,
            ["multipay_payments_made"] = null,
            ["opt_in"] = false,
            ["raw_extra_contact_information"] = new JsonObject(),
            ["currency"] = offer.GetText("currency"),
            ["effective_start_at"] = store.Timestamp,
            ["coupon_code"] = null,
            ["deactivated_at"] = null,
            ["deactivation_reason"] = null,
            ["quantity"] = 1,
            ["status"] = status,
            ["created_at"] = store.Timestamp,
            ["updated_at"] = store.Timestamp,
        };
        return store
            .Add("purchases", store.CreateId(), attributes)
            .One("offer", "offers", offer.Id)
            .One("customer", "customers", customer.Id)
            .Many("transactions", "transactions")
            .Many("products", "products", store.GetRelated(offer, "products").Select(static product => product.Id))
            .Many("offers", "offers", offer.Id);
    }

    public void Publish(SandboxResource purchase) =>
        publisher.Publish(
            "purchase",
            purchase.Relationships["offer"].Ids,
            [purchase, .. store.GetRelated(purchase, "customer"), .. store.GetRelated(purchase, "offers")]
        );

    /// <summary>Deactivates every purchase that grants an offer to a customer.</summary>
    public void Revoke(SandboxResource customer, string offerId)
    {
        foreach (SandboxResource purchase in GetActive(customer, offerId).ToList())
        {
            MarkDeactivated(purchase, "Revoked through the API");
        }
    }

    /// <summary>Deactivates a purchase. A subscription continues; canceling it is another action.</summary>
    public void Deactivate(SandboxResource purchase)
    {
        MarkDeactivated(purchase, "Deactivated through the API");
        string? offerId = purchase.Relationships["offer"].Ids.FirstOrDefault();
        foreach (SandboxResource customer in store.GetRelated(purchase, "customer"))
        {
            if (offerId is not null && !GetActive(customer, offerId).Any())
            {
                CustomerAccess.Set(store, customer, CustomerAccess.GetOfferIds(customer).Where(id => id != offerId));
            }
        }
    }

    public void Reactivate(SandboxResource purchase)
    {
        (purchase.Attributes["deactivated_at"], purchase.Attributes["deactivation_reason"], purchase.Attributes["updated_at"]) = (
            null,
            null,
            store.Timestamp
        );
        foreach (SandboxResource customer in store.GetRelated(purchase, "customer"))
        {
            CustomerAccess.Set(store, customer, CustomerAccess.GetOfferIds(customer).Concat(purchase.Relationships["offer"].Ids));
        }
    }

    private void MarkDeactivated(SandboxResource purchase, string reason) =>
        (purchase.Attributes["deactivated_at"], purchase.Attributes["deactivation_reason"], purchase.Attributes["updated_at"]) = (
            store.Timestamp,
            reason,
            store.Timestamp
        );

    private IEnumerable<SandboxResource> GetActive(SandboxResource customer, string offerId) =>
        store
            .GetAll("purchases")
            .Where(purchase =>
                purchase.GetText("deactivated_at") is null
                && purchase.Relationships["customer"].Ids.Contains(customer.Id)
                && purchase.Relationships["offer"].Ids.Contains(offerId)
            );
}
