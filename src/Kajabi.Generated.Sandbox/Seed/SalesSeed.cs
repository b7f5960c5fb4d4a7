using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Orders, their items, purchases and transactions of the customer <c>321</c>.</summary>
internal static class SalesSeed
{
    public static void AddTo(SandboxStore store)
    {
        store
            .Add(
                "orders",
                "1001",
                """
                { "order_number": 20260001, "currency_code": "USD", "fulfilled_at": "2026-01-05T12:00:00.000Z",
                  "created_at": "2026-01-05T11:59:58.500Z", "total_price_in_cents": 21293, "subtotal_in_cents": 19900,
                  "sales_tax_amount_in_cents": 1393, "discount_amount_in_cents": 0, "formatted_total_price": "$212.93",
                  "formatted_subtotal": "$199.00", "currency_symbol": "$" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("customer", "customers", "321")
            .Many("order_items", "order_items", "1011", "1012")
            .Many("payment_transactions", "transactions", "1031");
        store
            .Add(
                "orders",
                "1002",
                """
                { "order_number": 20260002, "currency_code": "USD", "fulfilled_at": null, "created_at": "2026-01-19T11:00:00.000Z",
                  "total_price_in_cents": 0, "subtotal_in_cents": 0,
                  "sales_tax_amount_in_cents": 0, "discount_amount_in_cents": 0, "formatted_total_price": "$0.00",
                  "formatted_subtotal": "$0.00", "currency_symbol": "$" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("customer", "customers", "321")
            .Many("order_items", "order_items")
            .Many("payment_transactions", "transactions");
        AddItem(store, "1011", "456", "Wheel throwing, full course", 19900, "\"2026-01-05T12:00:00.000Z\"");
        AddItem(store, "1012", "457", "Glaze library taster", 0, "null");

        store
            .Add(
                "purchases",
                "1021",
                """
                { "amount_in_cents": 19900, "payment_type": "single", "multipay_payments_made": 1, "opt_in": true,
                  "raw_extra_contact_information": { "shoe_size": "39" }, "currency": "USD",
                  "effective_start_at": "2026-01-05T12:00:00.000Z", "cardholder_name": "J. Brandt", "billing_address_zip": "10115",
                  "deactivated_at": "2026-02-01T00:00:00.000Z", "deactivation_reason": "Refund agreed",
                  "coupon_code": "CLAY10", "source": "checkout", "referrer": "https://search.example.com", "quantity": 1,
                  "created_at": "2026-01-05T12:00:00.000Z", "updated_at": "2026-02-01T00:00:00.750Z",
                  "trial": 14, "trial_end_at": "2026-01-19T12:00:00.000Z", "payment_plan_total_payments": 3, "status": "succeeded" }
                """
            )
            .One("offer", "offers", "456")
            .One("customer", "customers", "321")
            .Many("transactions", "transactions", "1031")
            .Many("products", "products", "701", "702")
            .Many("offers", "offers", "456");
        store
            .Add(
                "purchases",
                "1022",
                """
                { "amount_in_cents": 2900, "payment_type": "subscription", "multipay_payments_made": null, "opt_in": false,
                  "raw_extra_contact_information": {}, "currency": "EUR",
                  "effective_start_at": null, "cardholder_name": null, "billing_address_zip": null, "deactivated_at": null,
                  "deactivation_reason": null,
                  "coupon_code": null, "source": null, "referrer": null, "quantity": null, "created_at": "2026-01-10T12:00:00.000Z",
                  "updated_at": "2026-01-10T12:00:00.000Z",
                  "trial": null, "trial_end_at": null, "payment_plan_total_payments": null, "status": "active" }
                """
            )
            .One("offer", "offers", "2148440010")
            .One("customer", "customers", "321")
            .Many("transactions", "transactions", "1032")
            .Many("products", "products", "703")
            .Many("offers", "offers", "2148440010");

        store
            .Add(
                "transactions",
                "1031",
                """
                { "action": "charge", "state": "succeeded", "payment_type": "single", "amount_in_cents": 21293,
                  "sales_tax_in_cents": 1393, "currency": "USD", "currency_symbol": "$", "formatted_amount": "$212.93",
                  "created_at": "2026-01-05T12:00:00.285Z", "updated_at": "2026-01-05T12:00:02.000Z", "provider": "Kajabi Payments",
                  "payment_fee_in_cents": 648, "settlement_amount_in_cents": 20645, "settlement_fee_amount_in_cents": 648,
                  "settlement_currency": "USD" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .One("customer", "customers", "321")
            .One("offer", "offers", "456")
            .Many("purchases", "purchases", "1021");
        store
            .Add(
                "transactions",
                "1032",
                """
                { "action": "subscription_charge", "state": "succeeded", "payment_type": null, "amount_in_cents": 2900,
                  "sales_tax_in_cents": 0, "currency": "EUR", "currency_symbol": "€", "formatted_amount": "29,00 €",
                  "created_at": "2026-01-10T12:00:00.000Z", "updated_at": "2026-01-10T12:00:00.000Z", "provider": null,
                  "payment_fee_in_cents": null, "settlement_amount_in_cents": null, "settlement_fee_amount_in_cents": null,
                  "settlement_currency": null }
                """
            )
            .One("site", "sites", SiteSeed.Languages)
            .One("customer", "customers", "321")
            .One("offer", "offers", null)
            .Many("purchases", "purchases", "1022");
    }

    private static void AddItem(SandboxStore store, string id, string offer, string title, int cents, string fulfilledAt) =>
        store
            .Add(
                "order_items",
                id,
                $$"""
                { "quantity": 1, "currency_code": "USD", "item_type": "Offer", "item_id": {{offer}}, "title": "{{title}}",
                  "fulfilled_at": {{fulfilledAt}}, "created_at": "2026-01-05T11:59:58.500Z",
                  "total_price_in_cents": {{cents}}, "subtotal_in_cents": {{cents}}, "sales_tax_amount_in_cents": 0,
                  "discount_amount_in_cents": 0, "formatted_total_price": "${{cents
                    / 100}}.00",
                  "formatted_subtotal": "${{cents / 100}}.00", "currency_symbol": "$" }
                """
            )
            .One("order", "orders", "1001");
}
