using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Products and the offers that grant them.</summary>
internal static class CatalogSeed
{
    public static void AddTo(SandboxStore store)
    {
        store
            .Add(
                "products",
                "701",
                """
                { "created_at": "2022-01-10T09:00:00.000Z", "title": "Wheel throwing from zero",
                  "description": "Ten weeks from lump to bowl.", "status": "ready", "members_aggregate_count": 128,
                  "product_type_name": "Course", "product_type_id": 501, "publish_status": "published",
                  "thumbnail_url": "https://cdn.example.com/wheel.jpg", "url": "https://kiln.example.com/products/wheel",
                  "image_url": "https://cdn.example.com/wheel-large.jpg" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "products",
                "702",
                """
                { "created_at": "2023-03-11T09:00:00.000Z", "title": "Glaze library", "description": null, "status": "ready",
                  "members_aggregate_count": 40,
                  "product_type_name": "Download", "product_type_id": 2148500001, "publish_status": "draft", "thumbnail_url": null,
                  "url": null, "image_url": null }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "products",
                "703",
                """
                { "created_at": "2024-05-02T09:00:00.000Z", "title": "Italian conversation circle", "description": "Weekly talks.",
                  "status": "ready", "members_aggregate_count": 17,
                  "product_type_name": "Community", "product_type_id": 2148500002, "publish_status": "published", "thumbnail_url": null,
                  "url": "https://parla.example.com/products/circle", "image_url": null }
                """
            )
            .One("site", "sites", SiteSeed.Languages);

        store
            .Add(
                "offers",
                "456",
                """
                { "title": "Wheel throwing, full course", "name": "Wheel throwing, full course",
                  "description": "Course and glaze library.", "internal_title": "Wheel 2026", "currency": "USD", "price_in_cents": 19900,
                  "price": 199.00, "payment_type": "single",
                  "token": "wHeEl26", "payment_method": "card", "price_description": "$199.00",
                  "checkout_url": "https://kiln.example.com/offers/wHeEl26", "recurring_offer": false, "subscription": false,
                  "one_time": true, "single": true, "free": false, "image_url": "https://cdn.example.com/offer-wheel.jpg",
                  "status": "active" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .Many("products", "products", "701", "702");
        store
            .Add(
                "offers",
                "457",
                """
                { "title": "Glaze library taster", "name": "Glaze library taster", "description": null, "internal_title": null,
                  "currency": "USD", "price_in_cents": 0, "price": null, "payment_type": "free",
                  "token": "gLaZe00", "payment_method": "none", "price_description": "Free",
                  "checkout_url": "https://kiln.example.com/offers/gLaZe00", "recurring_offer": false, "subscription": false,
                  "one_time": true, "single": false, "free": true, "image_url": null, "status": null }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .Many("products", "products", "702");
        store
            .Add(
                "offers",
                "458",
                """
                { "title": "Trimming tools, set of five", "name": "Trimming tools, set of five", "description": null,
                  "internal_title": "Tools", "currency": "USD", "price_in_cents": 3500, "price": 35.00, "payment_type": "single",
                  "token": "tOoLs05", "payment_method": "card", "price_description": "$35.00",
                  "checkout_url": "https://kiln.example.com/offers/tOoLs05", "recurring_offer": false, "subscription": false,
                  "one_time": true, "single": true, "free": false, "image_url": null, "status": "active" }
                """
            )
            .One("site", "sites", SiteSeed.Pottery)
            .Many("products", "products");
        store
            .Add(
                "offers",
                "2148440010",
                """
                { "title": "Conversation circle, monthly", "name": "Conversation circle, monthly", "description": "Cancel at any time.",
                  "internal_title": "Circle EUR", "currency": "EUR", "price_in_cents": 2900, "price": null, "payment_type": "subscription",
                  "token": "cIrCle1", "payment_method": "card", "price_description": "29,00 EUR a month",
                  "checkout_url": "https://parla.example.com/offers/cIrCle1", "recurring_offer": true, "subscription": true,
                  "one_time": false, "single": false, "free": false, "image_url": null, "status": "active" }
                """
            )
            .One("site", "sites", SiteSeed.Languages)
            .Many("products", "products", "703");
    }
}
