using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>Adds a purchase with the resources that a checkout creates, without events.</summary>
/// <param name="store">The data.</param>
internal sealed class PurchaseSeeder(SandboxStore store)
{
    public static JsonObject CreateAttributes(SandboxStore store, SandboxResource offer, bool isGranted)
    {
        bool isSubscription = (bool?)offer.Attributes["subscription"] == true;
        return new JsonObject
        {
            ["amount_in_cents"] = isGranted ? 0 : offer.GetCents("price_in_cents"),
            ["payment_type"] = isGranted ? "free" : offer.GetText("payment_type"),
            ["currency"] = offer.GetText("currency"),
            ["effective_start_at"] = store.Timestamp,
            ["status"] = isSubscription && !isGranted ? "active" : "succeeded",
        };
    }

    public static JsonObject CreatePaymentAttributes(SandboxResource purchase, long cents, string action, string state)
    {
        string currency = purchase.GetText("currency") ?? "USD";
        return new JsonObject
        {
            ["action"] = action,
            ["state"] = state,
            ["payment_type"] = purchase.GetText("payment_type"),
            ["amount_in_cents"] = cents,
            ["currency"] = currency,
            ["currency_symbol"] = GetSymbol(currency),
            ["formatted_amount"] = Format(cents, currency),
        };
    }

    public SandboxPurchase Add(SandboxResource contact, SandboxResource offer, NewResource added, bool isGranted)
    {
        SandboxResource customer = store.GetRelated(contact, "customer").FirstOrDefault() ?? CustomerFactory.Create(store, contact);
        SandboxResource purchase = added
            .Store()
            .One("offer", "offers", offer.Id)
            .One("customer", "customers", customer.Id)
            .Many("products", "products", store.GetRelated(offer, "products").Select(static product => product.Id))
            .Many("offers", "offers", offer.Id);
        if (purchase.GetText("deactivated_at") is null)
        {
            CustomerAccess.Set(store, customer, CustomerAccess.GetOfferIds(customer).Append(offer.Id));
        }

        SandboxResource? payment = isGranted ? null : AddOrder(purchase, customer, offer);
        return new SandboxPurchase(purchase.Id)
        {
            Customer = new SandboxCustomer(customer.Id),
            Transaction = payment is null ? null : new SandboxTransaction(payment.Id),
        };
    }

    /// <summary>Relates a payment to its purchase, and the customer, the offer and the site of the purchase.</summary>
    public void LinkPayment(SandboxResource payment, SandboxResource purchase)
    {
        payment
            .One("site", "sites", store.GetSiteId(purchase))
            .One("customer", "customers", purchase.Relationships["customer"].Ids.FirstOrDefault())
            .One("offer", "offers", purchase.Relationships["offer"].Ids.FirstOrDefault())
            .Many("purchases", "purchases", purchase.Id);
        purchase.Relationships["transactions"].Ids.Add(payment.Id);
    }

    private static string GetSymbol(string currency) =>
        currency switch
        {
            "EUR" => "€",
            "GBP" => "£",
            _ => "$",
        };

    private static string Format(long cents, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{GetSymbol(currency)}{cents / 100m:0.00}");

    /// <summary>Adds the order with its item, and the payment unless the purchase is free.</summary>
    private SandboxResource? AddOrder(SandboxResource purchase, SandboxResource customer, SandboxResource offer)
    {
        long cents = purchase.GetCents("amount_in_cents");
        SandboxResource? payment = cents > 0 ? AddPayment(purchase, cents) : null;
        SandboxResource item = Store("order_items", CreateLine(purchase, cents));
        (item.Attributes["item_id"], item.Attributes["title"]) = (
            long.Parse(offer.Id, CultureInfo.InvariantCulture),
            offer.GetText("title")
        );
        SandboxResource order = Store("orders", CreateLine(purchase, cents));
        order.Attributes["order_number"] = 20260000 + store.GetAll("orders").Count;
        order
            .One("site", "sites", store.GetSiteId(customer))
            .One("customer", "customers", customer.Id)
            .Many("order_items", "order_items", item.Id)
            .Many("payment_transactions", "transactions", payment is null ? [] : [payment.Id]);
        item.One("order", "orders", order.Id);
        CustomerRevenue.Add(customer, cents);
        return payment;
    }

    private SandboxResource AddPayment(SandboxResource purchase, long cents)
    {
        string action = purchase.GetText("payment_type") == "subscription" ? "subscription_charge" : "charge";
        SandboxResource payment = Store("transactions", CreatePaymentAttributes(purchase, cents, action, "succeeded"));
        payment.Attributes["created_at"] = purchase.GetText("created_at");
        LinkPayment(payment, purchase);
        return payment;
    }

    private static JsonObject CreateLine(SandboxResource purchase, long cents)
    {
        string currency = purchase.GetText("currency") ?? "USD";
        return new JsonObject
        {
            ["currency_code"] = currency,
            ["currency_symbol"] = GetSymbol(currency),
            ["fulfilled_at"] = purchase.GetText("created_at"),
            ["created_at"] = purchase.GetText("created_at"),
            ["total_price_in_cents"] = cents,
            ["subtotal_in_cents"] = cents,
            ["formatted_total_price"] = Format(cents, currency),
            ["formatted_subtotal"] = Format(cents, currency),
        };
    }

    private SandboxResource Store(string type, JsonObject attributes) =>
        NewResource.Create(store, type, id: null, attributes, configure: null, nameof(type)).Store();
}
