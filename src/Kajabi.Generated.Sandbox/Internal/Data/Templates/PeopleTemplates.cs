namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The templates of contacts and what belongs to them, of users and sites.</summary>
internal static class PeopleTemplates
{
    public static Dictionary<string, ResourceTemplate> Create() =>
        new()
        {
            ["contacts"] = new(
                """
                { "name": "", "email": "", "phone_number": null, "business_number": null, "subscribed": false, "address_line_1": null,
                  "address_line_2": null, "address_city": null, "address_state": null, "address_country": null, "address_zip": null,
                  "external_user_id": null, "custom_1": null, "custom_2": null, "custom_3": null, "created_at": "now", "updated_at": "now" }
                """,
                RelationshipTemplate.Site,
                new RelationshipTemplate("customer", "customers", Inverse: "contact"),
                RelationshipTemplate.Many("offers", "offers"),
                RelationshipTemplate.Many("tags", "contact_tags")
            ),
            ["customers"] = new(
                """
                { "name": "", "email": "", "avatar": null, "external_user_id": null, "public_bio": null, "public_location": null,
                  "public_website": null, "socials": null, "net_revenue": "0.0", "sign_in_count": 0, "last_request_at": null,
                  "bounced_at": null, "created_at": "now", "updated_at": "now" }
                """,
                new RelationshipTemplate("contact", "contacts", Inverse: "customer"),
                RelationshipTemplate.Site,
                RelationshipTemplate.Many("offers", "offers"),
                RelationshipTemplate.Many("products", "products")
            ),
            ["contact_notes"] = new(
                """{ "body": "", "created_at": "now", "updated_at": "now" }""",
                new RelationshipTemplate("contact", "contacts")
            ),
            ["contact_tags"] = new("""{ "name": "" }""", RelationshipTemplate.Site),
            ["custom_fields"] = new(
                """{ "title": "", "handle": "custom_1", "type": "TextField", "required": false, "archived": false }""",
                RelationshipTemplate.Site
            ),
            ["users"] = new("""{ "initials": "", "name": "", "email": "", "role_level": "OWNER" }"""),
            ["sites"] = new("""{ "title": "", "subdomain": "", "created_at": "now", "updated_at": "now" }"""),
        };
}
