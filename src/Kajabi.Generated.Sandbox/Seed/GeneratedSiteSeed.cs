using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>The site of the generated contacts, and what they are related to.</summary>
internal static class GeneratedSiteSeed
{
    public static void AddTo(SandboxStore store)
    {
        store.Add(
            "sites",
            KajabiSandboxOptions.GeneratedSiteId,
            """
            { "title": "Crowd", "subdomain": "crowd", "created_at": "2024-01-01T00:00:00.000Z", "updated_at": "2024-01-01T00:00:00.000Z" }
            """
        );
        store
            .Add("contact_tags", GeneratedContacts.TagId, """{ "name": "Every third" }""")
            .One("site", "sites", KajabiSandboxOptions.GeneratedSiteId);
        store
            .Add(
                "offers",
                GeneratedContacts.OfferId,
                """
                { "title": "Every fifth", "name": "Every fifth", "description": null, "internal_title": null, "currency": "USD",
                  "price_in_cents": 500, "price": 5.00, "payment_type": "single",
                  "token": "cRowd05", "payment_method": "card", "price_description": "$5.00",
                  "checkout_url": "https://crowd.example.com/offers/cRowd05", "recurring_offer": false, "subscription": false,
                  "one_time": true, "single": true, "free": false, "image_url": null, "status": "active" }
                """
            )
            .One("site", "sites", KajabiSandboxOptions.GeneratedSiteId)
            .Many("products", "products");
    }
}
