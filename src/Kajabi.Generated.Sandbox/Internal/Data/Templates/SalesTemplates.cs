namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The templates of purchases, payments, orders and payouts.</summary>
internal static class SalesTemplates
{
    public static Dictionary<string, ResourceTemplate> Create() =>
        new()
        {
            ["purchases"] = new(
                """
                { "amount_in_cents": 0, "payment_type": "single", "multipay_payments_made": null, "opt_in": false,
                  "raw_extra_contact_information": {}, "currency": "USD", "effective_start_at": null, "cardholder_name": null,
                  "billing_address_zip": null, "deactivated_at": null, "deactivation_reason": null, "coupon_code": null, "source": null,
                  "referrer": null, "quantity": 1, "created_at": "now", "updated_at": "now", "trial": null, "trial_end_at": null,
                  "payment_plan_total_payments": null, "status": "succeeded" }
                """,
                new RelationshipTemplate("offer", "offers"),
                new RelationshipTemplate("customer", "customers"),
                RelationshipTemplate.Many("transactions", "transactions", inverse: "purchases"),
                RelationshipTemplate.Many("products", "products"),
                RelationshipTemplate.Many("offers", "offers")
            ),
            ["transactions"] = new(
                """
                { "action": "charge", "state": "succeeded", "payment_type": null, "amount_in_cents": 0, "sales_tax_in_cents": 0,
                  "currency": "USD", "currency_symbol": "$", "formatted_amount": "", "created_at": "now", "updated_at": "now",
                  "provider": null, "payment_fee_in_cents": null, "settlement_amount_in_cents": null,
                  "settlement_fee_amount_in_cents": null, "settlement_currency": null }
                """,
                RelationshipTemplate.Site,
                new RelationshipTemplate("customer", "customers"),
                new RelationshipTemplate("offer", "offers"),
                RelationshipTemplate.Many("purchases", "purchases", inverse: "transactions")
            ),
            ["orders"] = new(
                """
                { "order_number": 0, "currency_code": "USD", "fulfilled_at": null, "created_at": "now", "total_price_in_cents": 0,
                  "subtotal_in_cents": 0, "sales_tax_amount_in_cents": 0, "discount_amount_in_cents": 0, "formatted_total_price": "",
                  "formatted_subtotal": "", "currency_symbol": "$" }
                """,
                RelationshipTemplate.Site,
                new RelationshipTemplate("customer", "customers"),
                RelationshipTemplate.Many("order_items", "order_items", inverse: "order"),
                RelationshipTemplate.Many("payment_transactions", "transactions")
            ),
            ["order_items"] = new(
                """
                { "quantity": 1, "currency_code": "USD", "item_type": "Offer", "item_id": 0, "title": "", "fulfilled_at": null,
                  "created_at": "now", "total_price_in_cents": 0, "subtotal_in_cents": 0, "sales_tax_amount_in_cents": 0,
                  "discount_amount_in_cents": 0, "formatted_total_price": "", "formatted_subtotal": "", "currency_symbol": "$" }
                """,
                new RelationshipTemplate("order", "orders", Inverse: "order_items")
            ),
            ["kajabi_payments_payouts"] = new(
                """
                { "status": "Paid", "amount": null, "currency": null, "initiated_date": null, "estimated_arrival_date": null,
                  "bank_account": null, "transactions": [] }
                """,
                RelationshipTemplate.Site
            ),
        };
}
