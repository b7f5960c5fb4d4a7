using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>Simulates a checkout: creates an order with its item, a payment unless the offer is free, and the purchase.</summary>
/// <param name="store">The data.</param>
/// <param name="publisher">Publishes the events of the order, the purchase and the payment.</param>
internal sealed class Checkout(SandboxStore store, WebhookPublisher publisher)
{
    public SandboxResource Sell(SandboxResource contact, SandboxResource offer)
    {
        SandboxResource customer = store.GetRelated(contact, "customer").FirstOrDefault() ?? CustomerFactory.Create(store, contact);
        int cents = (int)offer.Attributes["price_in_cents"]!;
        bool isSubscription = (bool?)offer.Attributes["subscription"] == true;
        SandboxResource order = AddOrder(customer, offer, cents);
        SandboxResource? payment = cents > 0 ? AddPayment(customer, offer, order, cents, isSubscription) : null;
        PurchaseService purchases = new(store, publisher);
        SandboxResource purchase = purchases.Add(
            customer,
            offer,
            cents,
            offer.GetText("payment_type")!,
            isSubscription ? "active" : "succeeded"
        );
        CustomerAccess.Set(store, customer, CustomerAccess.GetOfferIds(customer).Append(offer.Id));

        payment?.Many("purchases", "purchases", purchase.Id);
        purchase.Many("transactions", "transactions", order.Relationships["payment_transactions"].Ids);
        customer.Attributes["net_revenue"] = FormatRevenue(customer, cents);

        publisher.Publish(
            "order_created",
            [offer.Id],
            [order, .. store.GetRelated(order, "order_items"), customer, .. store.GetRelated(order, "payment_transactions"), offer]
        );
        purchases.Publish(purchase);
        if (payment is not null)
        {
            publisher.Publish("payment_succeeded", [offer.Id], payment, customer, offer);
        }

        return purchase;
    }

    private static string FormatRevenue(SandboxResource customer, int cents) =>
        (decimal.Parse(customer.GetText("net_revenue") ?? "0", CultureInfo.InvariantCulture) + (cents / 100m)).ToString(
            "0.0#",
            CultureInfo.InvariantCulture
        );

    private static string FormatAmount(SandboxResource offer, int cents) =>
        $"{GetCurrencySymbol(offer)}{(cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)}";

    private static string GetCurrencySymbol(SandboxResource offer) => offer.GetText("currency") == "EUR" ? "€" : "$";

    private SandboxResource AddOrder(SandboxResource customer, SandboxResource offer, int cents)
    {
        JsonObject attributes = CreateLine(offer, cents);
        attributes["order_number"] = 20260000 + store.GetAll("orders").Count + 1;
        SandboxResource order = store
            .Add("orders", store.CreateId(), attributes)
            .One("site", "sites", store.GetSiteId(customer))
            .One("customer", "customers", customer.Id)
            .Many("payment_transactions", "transactions");

        JsonObject item = CreateLine(offer, cents);
        (item["quantity"], item["item_type"], item["item_id"], item["title"]) = (
            1,
            "Offer",
            long.Parse(offer.Id, CultureInfo.InvariantCulture),
            offer.GetText("title")
        );
        return order.Many(
            "order_items",
            "order_items",
            store.Add("order_items", store.CreateId(), item).One("order", "orders", order.Id).Id
        );
    }

    /// <summary>Creates the attributes that an order and its item share.</summary>
    private JsonObject CreateLine(SandboxResource offer, int cents) =>
        new()
        {
            ["currency_code"] = offer.GetText("currency"),
            ["currency_symbol"] = GetCurrencySymbol(offer),
            ["fulfilled_at"] = store.Timestamp,
            ["created_at"] = store.Timestamp,
            ["total_price_in_cents"] = cents,
            ["subtotal_in_cents"] = cents,
            ["sales_tax_amount_in_cents"] = 0,
            ["discount_amount_in_cents"] = 0,
            ["formatted_total_price"] = FormatAmount(offer, cents),
            ["formatted_subtotal"] = FormatAmount(offer, cents),
        };

    private SandboxResource AddPayment(
        SandboxResource customer,
        SandboxResource offer,
        SandboxResource order,
        int cents,
        bool isSubscription
    )
    {
        JsonObject attributes = new()
        {
            ["action"] = isSubscription ? "subscription_charge" : "charge",
            ["state"] = "succeeded",
            ["payment_type"] = offer.GetText("payment_type"),
            ["amount_in_cents"] = cents,
            ["sales_tax_in_cents"] = 0,
            ["currency"] = offer.GetText("currency"),
            ["currency_symbol"] = GetCurrencySymbol(offer),
            ["formatted_amount"] = FormatAmount(offer, cents),
            ["created_at"] = store.Timestamp,
            ["updated_at"] = store.Timestamp,
        };
        SandboxResource payment = store
            .Add("transactions", store.CreateId(), attributes)
            .One("site", "sites", store.GetSiteId(customer))
            .One("customer", "customers", customer.Id)
            .One("offer", "offers", offer.Id)
            .Many("purchases", "purchases");
        order.Many("payment_transactions", "transactions", payment.Id);
        return payment;
    }
}
