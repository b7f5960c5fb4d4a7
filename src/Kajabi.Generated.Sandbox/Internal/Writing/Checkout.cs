using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>
/// Simulates a checkout: creates an order with an item for each offer, one payment unless all offers are free, and a purchase for each
/// offer. A payment for several offers (a bundled payment) has no offer, and its purchases name what was bought.
/// </summary>
/// <param name="store">The data.</param>
/// <param name="publisher">Publishes the events of the order, the purchases and the payment.</param>
internal sealed class Checkout(SandboxStore store, WebhookPublisher publisher)
{
    /// <param name="contact">The buyer.</param>
    /// <param name="offers">The offers, all in one currency; several only if none is a subscription.</param>
    /// <returns>The purchases, in the order of the offers.</returns>
    public IReadOnlyList<SandboxResource> Sell(SandboxResource contact, IReadOnlyList<SandboxResource> offers)
    {
        SandboxResource customer = store.GetRelated(contact, "customer").FirstOrDefault() ?? CustomerFactory.Create(store, contact);
        SandboxResource order = AddOrder(customer, offers);
        List<SandboxResource> charged = [.. offers.Where(static offer => GetPrice(offer) > 0)];
        SandboxResource? payment = charged.Count > 0 ? AddPayment(customer, charged, order) : null;
        List<SandboxResource> purchases = [.. offers.Select(offer => AddPurchase(customer, offer, payment))];
        CustomerAccess.Set(store, customer, CustomerAccess.GetOfferIds(customer).Concat(offers.Select(static offer => offer.Id)));
        CustomerRevenue.Add(customer, charged.Sum(GetPrice));
        Publish(order, customer, offers, purchases, payment);
        return purchases;
    }

    private static long GetPrice(SandboxResource offer) => offer.GetCents("price_in_cents");

    private static bool IsSubscription(SandboxResource offer) => (bool?)offer.Attributes["subscription"] == true;

    private static string FormatAmount(SandboxResource offer, long cents) =>
        $"{GetCurrencySymbol(offer)}{(cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)}";

    private static string GetCurrencySymbol(SandboxResource offer) => offer.GetText("currency") == "EUR" ? "€" : "$";

    private void Publish(
        SandboxResource order,
        SandboxResource customer,
        IReadOnlyList<SandboxResource> offers,
        IReadOnlyList<SandboxResource> purchases,
        SandboxResource? payment
    )
    {
        string[] offerIds = [.. offers.Select(static offer => offer.Id)];
        publisher.Publish(
            "order_created",
            offerIds,
            [order, .. store.GetRelated(order, "order_items"), customer, .. store.GetRelated(order, "payment_transactions"), .. offers]
        );
        PurchaseService service = new(store, publisher);
        foreach (SandboxResource purchase in purchases)
        {
            service.Publish(purchase);
        }

        if (payment is not null)
        {
            publisher.Publish("payment_succeeded", offerIds, [payment, customer, .. store.GetRelated(payment, "offer")]);
            publisher.Admin.PublishSale(payment, customer, [.. offers.Where(static offer => GetPrice(offer) > 0)]);
        }
    }

    private SandboxResource AddOrder(SandboxResource customer, IReadOnlyList<SandboxResource> offers)
    {
        JsonObject attributes = CreateLine(offers[0], offers.Sum(GetPrice));
        attributes["order_number"] = 20260000 + store.GetAll("orders").Count + 1;
        SandboxResource order = store
            .Add("orders", store.CreateId(), attributes)
            .One("site", "sites", store.GetSiteId(customer))
            .One("customer", "customers", customer.Id)
            .Many("payment_transactions", "transactions");
        return order.Many("order_items", "order_items", [.. offers.Select(offer => AddOrderItem(order, offer).Id)]);
    }

    private SandboxResource AddOrderItem(SandboxResource order, SandboxResource offer)
    {
        JsonObject item = CreateLine(offer, GetPrice(offer));
        (item["quantity"], item["item_type"], item["item_id"], item["title"]) = (
            1,
            "Offer",
            long.Parse(offer.Id, CultureInfo.InvariantCulture),
            offer.GetText("title")
        );
        return store.Add("order_items", store.CreateId(), item).One("order", "orders", order.Id);
    }

    /// <summary>Creates the attributes that an order and its item share.</summary>
    private JsonObject CreateLine(SandboxResource offer, long cents) =>
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

    /// <summary>Adds the payment of all offers that are not free.</summary>
    private SandboxResource AddPayment(SandboxResource customer, IReadOnlyList<SandboxResource> offers, SandboxResource order)
    {
        long cents = offers.Sum(GetPrice);
        JsonObject attributes = new()
        {
            ["action"] = IsSubscription(offers[0]) ? "subscription_charge" : "charge",
            ["state"] = "succeeded",
            ["payment_type"] = offers[0].GetText("payment_type"),
            ["amount_in_cents"] = cents,
            ["sales_tax_in_cents"] = 0,
            ["currency"] = offers[0].GetText("currency"),
            ["currency_symbol"] = GetCurrencySymbol(offers[0]),
            ["formatted_amount"] = FormatAmount(offers[0], cents),
            ["created_at"] = store.Timestamp,
            ["updated_at"] = store.Timestamp,
        };
        SandboxResource payment = store
            .Add("transactions", store.CreateId(), attributes)
            .One("site", "sites", store.GetSiteId(customer))
            .One("customer", "customers", customer.Id)
            .One("offer", "offers", offers is [var only] ? only.Id : null)
            .Many("purchases", "purchases");
        order.Many("payment_transactions", "transactions", payment.Id);
        return payment;
    }

    private SandboxResource AddPurchase(SandboxResource customer, SandboxResource offer, SandboxResource? payment)
    {
        string status = IsSubscription(offer) ? "active" : "succeeded";
        SandboxResource purchase = new PurchaseService(store, publisher).Add(
            customer,
            offer,
            GetPrice(offer),
            offer.GetText("payment_type")!,
            status
        );
        if (payment is not null && GetPrice(offer) > 0)
        {
            payment.Relationships["purchases"].Ids.Add(purchase.Id);
            purchase.Many("transactions", "transactions", payment.Id);
        }

        return purchase;
    }
}
