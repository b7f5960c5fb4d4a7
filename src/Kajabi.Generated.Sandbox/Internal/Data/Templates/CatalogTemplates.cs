namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The templates of products, offers and courses.</summary>
internal static class CatalogTemplates
{
    public static Dictionary<string, ResourceTemplate> Create() =>
        new()
        {
            ["products"] = new(
                """
                { "created_at": "now", "title": "", "description": null, "status": "ready", "members_aggregate_count": 0,
                  "product_type_name": "Course", "product_type_id": 0, "publish_status": "published", "thumbnail_url": null, "url": null,
                  "image_url": null }
                """,
                RelationshipTemplate.Site
            ),
            ["offers"] = new(
                """
                { "title": "", "name": null, "description": null, "internal_title": null, "currency": "USD", "price_in_cents": 0,
                  "price": null, "payment_type": "single", "token": "", "payment_method": "card", "price_description": "",
                  "checkout_url": "", "recurring_offer": false, "subscription": false, "one_time": true, "single": true, "free": false,
                  "image_url": null, "status": "active" }
                """,
                RelationshipTemplate.Site,
                RelationshipTemplate.Many("products", "products")
            ),
            ["courses"] = new(
                """{ "created_at": "now", "title": "", "description": null, "thumbnail_url": null, "status": "ready" }""",
                RelationshipTemplate.Site,
                RelationshipTemplate.Many("offers", "offers"),
                RelationshipTemplate.Many("modules", "modules"),
                RelationshipTemplate.Many("lessons", "lessons")
            ),
            ["modules"] = new(
                """{ "title": "", "description": null, "position": 1, "poster_image_url": null, "publishing_option": "published" }"""
            ),
            ["lessons"] = new(
                """{ "title": "", "position": 1, "status": "ready", "publishing_option": "published" }""",
                new RelationshipTemplate("media", "media")
            ),
            ["media"] = new("{}"),
        };
}
