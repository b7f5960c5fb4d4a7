namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The templates of forms, webhooks, pages, blogs and podcasts.</summary>
internal static class ContentTemplates
{
    public static Dictionary<string, ResourceTemplate> Create() =>
        new()
        {
            ["forms"] = new(
                """
                { "title": null, "description": null, "default": false, "webhook_url": null, "url": "", "created_at": "now",
                  "updated_at": "now" }
                """,
                RelationshipTemplate.Site,
                new RelationshipTemplate("offer", "offers"),
                RelationshipTemplate.Many("fields", "fields"),
                RelationshipTemplate.Many("contact_tags", "contact_tags")
            ),
            ["fields"] = new(
                """
                { "title": null, "type": "TextField", "required": false, "handle": "", "select_options": null, "editable": true,
                  "created_at": "now", "updated_at": "now" }
                """
            ),
            ["form_submissions"] = new(
                """
                { "name": "", "email": "", "phone_number": null, "business_number": null, "mobile_phone_number": null,
                  "address_line_1": null, "address_line_2": null, "address_city": null, "address_state": null, "address_country": null,
                  "address_zip": null, "custom_1": null, "custom_2": null, "custom_3": null }
                """,
                RelationshipTemplate.Site,
                new RelationshipTemplate("form", "forms"),
                RelationshipTemplate.Many("tags", "contact_tags")
            ),
            ["hooks"] = new(
                """{ "event": "", "target_url": "", "resource_id": null, "created_at": "now", "updated_at": "now" }""",
                RelationshipTemplate.Site
            ),
            ["landing_pages"] = new(
                """{ "title": "", "url": "", "publish_at": null, "created_at": "now", "updated_at": "now" }""",
                RelationshipTemplate.Site
            ),
            ["website_pages"] = new(
                """{ "title": "", "url": null, "created_at": "now", "updated_at": "now" }""",
                RelationshipTemplate.Site
            ),
            ["blogs"] = new("{}", RelationshipTemplate.Site),
            ["blog_posts"] = new(
                """
                { "title": "", "url": "", "content": "", "slug": "", "page_title": "", "page_description": "", "published_at": null,
                  "created_at": "now", "updated_at": "now", "image_url": null, "image_alt_text": null, "tags": [] }
                """,
                new RelationshipTemplate("blog", "blogs")
            ),
            ["podcasts"] = new(
                """
                { "title": "", "description": "", "language": "en", "owner_email": "", "owner_name": null, "author": null,
                  "status": "ready", "show_type": "episodic", "thumbnail_url": null, "cover_art_url": null, "categories": [],
                  "directories": [], "migrated_to_url": null, "migrated": false, "public": true, "ready": true,
                  "distribution_ready": true, "url": "", "created_at": "now", "updated_at": "now" }
                """,
                RelationshipTemplate.Site
            ),
        };
}
