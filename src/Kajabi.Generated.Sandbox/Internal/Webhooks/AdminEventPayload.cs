using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Creates the deliveries of webhooks that are created in the admin pages, in the formats of the service.</summary>
internal static class AdminEventPayload
{
    public static readonly string[] EventNames = ["purchase.created", "payment.succeeded", "order.created", "form_submission.created"];

    /// <summary>Creates a purchase of the first offer, with prefixed names under <c>payload</c>.</summary>
    public static JsonObject CreatePurchase(AdminSale sale)
    {
        AdminSaleOffer offer = sale.Offers[0];
        (string? firstName, string? lastName) = SplitName(sale.MemberName);
        JsonObject payload = new()
        {
            ["offer_id"] = CreateId(offer.Id),
            ["offer_title"] = offer.Title,
            ["offer_reference"] = $"kajabi_offer_{offer.Id}",
            ["offer_type"] = offer.Type,
            ["member_id"] = CreateId(sale.MemberId),
            ["member_email"] = sale.MemberEmail,
            ["member_name"] = sale.MemberName,
            ["member_first_name"] = firstName,
            ["member_last_name"] = lastName,
            ["opt_in"] = true,
            ["trial"] = false,
            ["transaction_id"] = CreateId(sale.TransactionId),
            ["transaction_created_at"] = FormatTime(sale.CreatedAt),
        };
        AddAmount(payload, "subtotal", offer.Cents);
        AddAmount(payload, "discount_amount", 0);
        AddAmount(payload, "amount_paid", offer.Cents);
        payload["currency"] = offer.Currency;
        payload["payment_method"] = "visa";
        payload["payment_processor"] = "Kajabi Payments";
        payload["coupon_code"] = null;
        payload["subscription_id"] = offer.IsSubscription ? CreateId(sale.TransactionId) : null;
        payload["interval"] = offer.IsSubscription ? "month" : null;
        payload["interval_count"] = offer.IsSubscription ? 1 : null;
        payload["quantity"] = 1;
        return CreateEnvelope("purchase.created", payload);
    }

    /// <summary>Creates a purchase of the first offer, with objects and without <c>payload</c>.</summary>
    public static JsonObject CreateNestedPurchase(AdminSale sale) =>
        new()
        {
            ["id"] = CreateId(sale.TransactionId),
            ["event"] = "purchase.created",
            ["offer"] = new JsonObject { ["id"] = CreateId(sale.Offers[0].Id), ["title"] = sale.Offers[0].Title },
            ["member"] = CreateMember(sale),
        };

    /// <summary>Creates a payment, whose offer has the ids and titles of all offers.</summary>
    public static JsonObject CreatePayment(AdminSale sale)
    {
        JsonObject transaction = new() { ["id"] = CreateId(sale.TransactionId) };
        AddAmount(transaction, "amount_paid", sale.Cents);
        transaction["currency"] = sale.Currency;
        transaction["payment_method"] = "visa";
        transaction["payment_processor"] = "Kajabi Payments";
        AddAmount(transaction, "sales_tax", 0);
        transaction["quantity"] = 1;
        transaction["coupon_code"] = null;
        transaction["created_at"] = FormatTime(sale.CreatedAt);
        return new JsonObject
        {
            ["id"] = CreateId(sale.TransactionId),
            ["event"] = "payment.succeeded",
            ["offer"] = new JsonObject
            {
                ["id"] = CreateId(string.Join(',', sale.Offers.Select(static offer => offer.Id))),
                ["title"] = string.Join(',', sale.Offers.Select(static offer => offer.Title)),
            },
            ["member"] = CreateMember(sale),
            ["payment_transaction"] = transaction,
        };
    }

    public static JsonObject CreateOrder(AdminSale sale) =>
        new()
        {
            ["id"] = CreateId(sale.TransactionId),
            ["event"] = "order.created",
            ["member"] = CreateMember(sale),
            ["order"] = new JsonObject
            {
                ["id"] = CreateId(sale.TransactionId),
                ["order_items"] = new JsonArray([.. sale.Offers.Select(CreateItem)]),
            },
        };

    /// <param name="title">The title of the form.</param>
    /// <param name="values">The values by the labels of the fields.</param>
    public static JsonObject CreateFormSubmission(string? title, IEnumerable<(string Label, string? Value)> values)
    {
        JsonObject payload = new() { ["form_title"] = title };
        foreach ((string label, string? value) in values)
        {
            payload[label] = value;
        }

        return CreateEnvelope("form_submission.created", payload);
    }

    private static JsonObject CreateEnvelope(string eventName, JsonObject payload) =>
        new()
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["event"] = eventName,
            ["payload"] = payload,
        };

    private static JsonObject CreateMember(AdminSale sale)
    {
        (string? firstName, string? lastName) = SplitName(sale.MemberName);
        return new JsonObject
        {
            ["id"] = CreateId(sale.MemberId),
            ["email"] = sale.MemberEmail,
            ["name"] = sale.MemberName,
            ["first_name"] = firstName,
            ["last_name"] = lastName,
        };
    }

    private static JsonNode CreateItem(AdminSaleOffer offer)
    {
        JsonObject item = new()
        {
            ["id"] = CreateId(offer.Id),
            ["title"] = offer.Title,
            ["type"] = "Offer",
            ["quantity"] = 1,
        };
        AddAmount(item, "unit_cost", offer.Cents);
        return item;
    }

    /// <summary>Adds an amount in cents, and in the major unit of the currency.</summary>
    private static void AddAmount(JsonObject target, string name, long cents)
    {
        target[name] = cents;
        target[name + "_decimal"] = cents / 100m;
    }

    /// <summary>Creates the number of an id; the ids of several offers are a string.</summary>
    private static JsonNode CreateId(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : id;

    private static string FormatTime(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static (string? FirstName, string? LastName) SplitName(string? name) =>
        name?.Split(' ', 2) is [var first, var last] ? (first, last) : (name, null);
}
